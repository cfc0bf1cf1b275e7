using Municipalities.Register;
using ServiceDefaults;

namespace Municipalities.Context;

internal static class ContextEndpoints
{
    public static void MapContext(this RouteGroupBuilder api)
    {
        api.MapGet("/municipalities/{code}/context", GetContext.Handle).WithName("GetContext").WithTags("context")
            .WithSummary("Kommunens förutsättningar / A municipality's context").Fails(MunicipalityEndpoints.NotFound);
        api.MapGet("/context-indicators", () => TypedResults.Ok(Indicators.All)).WithName("ListIndicators").WithTags("context")
            .WithSummary("Serier som kan läsas in / Series that can be imported");
        api.MapPost("/context-imports", ImportSeries.Handle).WithName("ImportSeries").WithTags("context")
            .WithSummary("Läs in en fil från SCB eller Kolada / Import a file of yearly figures").Accepts<string>("text/csv", "application/json")
            .Fails(CommonErrors.Invalid, ImportSeries.NotAllowed, ImportSeries.Faulty, ImportSeries.TooLarge);
    }
}
