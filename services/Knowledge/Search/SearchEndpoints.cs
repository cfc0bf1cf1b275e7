namespace Knowledge.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this RouteGroupBuilder api) => api
        .MapGet("/search", SearchKnowledge.Handle).WithTags("search").WithName("SearchKnowledge").WithSummary("Sök i handboken, exemplen, diskussionerna, mötena och modellerna")
        .ProducesProblem(StatusCodes.Status400BadRequest);
}
