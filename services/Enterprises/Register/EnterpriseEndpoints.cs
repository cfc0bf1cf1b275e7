using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Enterprises.Register;

internal static class EnterpriseEndpoints
{
    public static readonly Error[] Changing =
        [EnterpriseErrors.NotFound, EnterpriseErrors.NotYours, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race];

    public static void MapEnterprises(this RouteGroupBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("enterprises");
        enterprises.MapGet("/", ListEnterprises.Handle).WithName("ListEnterprises").WithSummary("Företag / List enterprises").Fails(CommonErrors.Invalid);
        enterprises.MapGet("/{id:guid}", GetEnterprise.Handle).WithName("GetEnterprise").WithSummary("Ett företag / Get an enterprise").Fails(EnterpriseErrors.NotFound);
        enterprises.MapPost("/", RegisterEnterprise.Handle).WithName("RegisterEnterprise").WithSummary("Registrera / Register an enterprise")
            .Fails(CommonErrors.Invalid, EnterpriseErrors.NumberInvalid, EnterpriseErrors.FormAndNumberDiffer, EnterpriseErrors.CountedInFuture,
                EnterpriseErrors.NotAManager, EnterpriseErrors.Exists, EnterpriseErrors.NumberTaken).Idempotent<EnterprisesDb>();
        enterprises.MapPut("/{id:guid}", ReviseEnterprise.Handle).WithName("ReviseEnterprise").WithSummary("Ändra / Revise")
            .Fails([.. Changing, CommonErrors.Invalid, EnterpriseErrors.CountedInFuture]);
        enterprises.MapPost("/{id:guid}/publication", PublishEnterprise.Handle).WithName("PublishEnterprise").WithSummary("Publicera / Publish")
            .Fails([.. Changing, EnterpriseErrors.AlreadyPublished]).Idempotent<EnterprisesDb>();
        enterprises.MapPost("/{id:guid}/withdrawal", WithdrawEnterprise.Handle).WithName("WithdrawEnterprise").WithSummary("Återkalla / Withdraw")
            .Fails([.. Changing, EnterpriseErrors.AlreadyWithdrawn]).Idempotent<EnterprisesDb>();
        enterprises.MapPost("/{id:guid}/confirmations", ConfirmEnterprise.Handle).WithName("ConfirmEnterprise").WithSummary("Bekräfta / Confirm that it is right")
            .Fails(EnterpriseErrors.NotFound, EnterpriseErrors.NotYours, CommonErrors.Race).Idempotent<EnterprisesDb>();
    }
}
