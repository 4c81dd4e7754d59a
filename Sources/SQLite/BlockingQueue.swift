/// A bounded queue between threads: many put in, one takes out, waiting when there is nothing.
package final class BlockingQueue<Element: Sendable>: Sendable {
    private let monitor = Monitor(Waiting<Element>())
    private let capacity: Int

    /// Makes a queue that holds at most `capacity` elements.
    package init(capacity: Int) {
        self.capacity = capacity
    }

    /// How many elements wait.
    package var count: Int { monitor.look { $0.count } }

    /// Whether nothing more is let in.
    package var isClosed: Bool { monitor.look { $0.isClosed } }

    /// Puts an element at the end; false if the queue is full or closed.
    package func append(_ element: Element) -> Bool {
        let capacity = capacity
        return monitor.change { waiting in
            guard !waiting.isClosed, waiting.count < capacity else { return false }
            waiting.append(element)
            return true
        }
    }

    /// Takes the first element, waiting for one; nil when the queue is closed and empty.
    package func take() -> Element? {
        monitor.wait { waiting in
            if let element = waiting.popFirst() { return .some(.some(element)) }
            return waiting.isClosed ? .some(nil) : nil
        }
    }

    /// Takes the first element if there is one.
    package func takeIfAny() -> Element? {
        monitor.look { $0.popFirst() }
    }

    /// Takes the first element, waiting for one, but no longer than `time`, which is less than a second.
    package func take(within time: Duration) -> Element? {
        let taken: Element?? = monitor.wait(atMost: time) { waiting in
            if let element = waiting.popFirst() { return .some(.some(element)) }
            return waiting.isClosed ? .some(nil) : nil
        }
        return taken ?? nil
    }

    /// Lets nothing more in; what waits can still be taken out.
    package func close() {
        monitor.changeForAll { $0.isClosed = true }
    }
}

/// First in, first out, in an array whose taken front is given back from time to time.
private struct Waiting<Element> {
    var isClosed = false
    private var elements: [Element?] = []
    private var head = 0

    var count: Int { elements.count - head }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        let element = elements[head]
        elements[head] = nil
        head += 1
        if head == elements.count || head >= 1024 { giveBack() }
        return element
    }

    private mutating func giveBack() {
        elements.removeFirst(head)
        head = 0
    }
}
