using ServiceDefaults;

namespace Knowledge.Guidance;

internal static class GuidanceEndpoints
{
    public static void MapGuidance(this RouteGroupBuilder api) => api
        .MapGet("/guidance", GiveGuidance.Handle).WithTags("guidance").WithName("GiveGuidance").WithSummary("Vad du bör läsa härnäst, och varför")
        .Fails(CommonErrors.Invalid);
}
