using Enterprises.Register;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Enterprises.Complaints;

internal static class ComplaintEndpoints
{
    public static void MapComplaints(this RouteGroupBuilder api)
    {
        var complaints = api.MapGroup("/enterprises/{id:guid}/complaints").WithTags("complaints");
        complaints.MapGet("/", ListComplaints.Handle).WithName("ListComplaints").WithSummary("Klagomål / List complaints").RequireAuthorization(Scopes.ReadPolicy)
            .Fails(CommonErrors.Invalid, EnterpriseErrors.NotFound, ComplaintErrors.NotAllowed);
        api.MapGet("/complaints", ListComplaints.HandleHeldBack).WithTags("complaints").WithName("ListHeldBack").WithSummary("Klagomål som håller profiler undan / List complaints that hold profiles back")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(CommonErrors.Invalid, ComplaintErrors.NotAllowed);
        complaints.MapPost("/", FileComplaint.Handle).WithName("FileComplaint").WithSummary("Klaga / File a complaint")
            .Fails(CommonErrors.Invalid, EnterpriseErrors.NotFound, ComplaintErrors.NotAllowed, CommonErrors.Race).Idempotent<EnterprisesDb>();
        complaints.MapPost("/{complaintId:guid}/decisions", DecideComplaint.Handle).WithName("DecideComplaint").WithSummary("Avgör / Decide")
            .Fails([.. EnterpriseEndpoints.Changing, CommonErrors.Invalid, ComplaintErrors.NotFound, ComplaintErrors.NotAllowed, ComplaintErrors.AlreadyDecided])
            .Idempotent<EnterprisesDb>();
    }
}
