enum SuggestionRoutes {
    static let all: [Route] = []
}
