using Microsoft.AspNetCore.Mvc;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Enterprises.Exchange;

internal static class ExchangeEndpoints
{
    private const int MostBytes = 20 * 1024 * 1024;

    public static void MapExchange(this RouteGroupBuilder api)
    {
        api.MapPost("/imports", ImportEnterprises.Handle).WithName("ImportEnterprises").WithSummary("Läs in register / Import enterprises").WithTags("exchange")
            .Accepts<IReadOnlyList<ExchangedEnterprise>>("application/json", "text/csv").WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Fails(CommonErrors.Invalid, ImportEnterprises.NotAllowed, ImportEnterprises.MediaType, ImportEnterprises.Refused).Idempotent<EnterprisesDb>();
        api.MapGet("/exports/enterprises.{format}", ExportEnterprises.Handle).WithName("ExportEnterprises").WithSummary("Hela registret som fil / Export all")
            .WithTags("exchange").Produces(200, contentType: "text/csv", additionalContentTypes: "application/json").Fails(CommonErrors.Invalid);
    }
}
