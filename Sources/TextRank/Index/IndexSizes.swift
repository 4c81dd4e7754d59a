/// When segments are put together: what a change costs against what a ranking costs.
package struct IndexSizes: Sendable {
    /// Documents of the segment that each new document goes into: what is copied for every change.
    package let smallest: Int

    /// Small segments that become one when there are more.
    package let group: Int

    /// Sizes of segments.
    package init(smallest: Int, group: Int) {
        self.smallest = smallest
        self.group = group
    }

    /// Measured: a change takes a tenth of a millisecond, and each segment costs a ranking some microseconds.
    package static let standard = IndexSizes(smallest: 32, group: 8)
}
