using ServiceDefaults;

namespace Municipalities.Register;

internal static class MunicipalityEndpoints
{
    public static readonly Error NotFound = new("municipality/not-found", 404, "Kommunen finns inte");

    public static void MapMunicipalities(this RouteGroupBuilder api)
    {
        var municipalities = api.MapGroup("/municipalities").WithTags("municipalities");
        municipalities.MapGet("/", ListMunicipalities.Handle).WithName("ListMunicipalities").WithSummary("Kommuner / List municipalities").Fails(CommonErrors.Invalid);
        municipalities.MapGet("/{code}", GetMunicipality.Handle).WithName("GetMunicipality").WithSummary("En kommun / Get a municipality").Fails(NotFound);
    }
}
