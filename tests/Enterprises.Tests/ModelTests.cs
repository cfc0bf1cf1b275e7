using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Enterprises.Tests;

/// <summary>What the database holds.</summary>
public class ModelTests(Service service)
{
    [Fact]
    public async Task The_migrations_are_as_new_as_the_model() =>
        Assert.False(await service.Host.WithDatabase<EnterprisesDb, bool>(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    /// <summary>A new column must be shown, or be named here as one that is kept inside.</summary>
    [Fact]
    public async Task Every_column_is_shown_or_known_to_be_kept_inside()
    {
        string[] inside =
        [
            "Enterprise.Search", "Offer.Search", "Enterprise.Hidden", // follows from freshness
            "Claim.EnterpriseId", "Claim.SaidBy", "Claim.ReviewedBy", // who: persons, for the trail only
            "Complaint.EnterpriseId",
        ];
        string[] renamed =
        [
            "Enterprise.Employed", "Enterprise.EmployedFromTargetGroup", "Enterprise.CountedOn", "Enterprise.ContactName", "Enterprise.ContactEmail",
            "Enterprise.ContactPhone", "Enterprise.ConfirmedAt", "Offer.AreaKind", "Offer.AreaCodes", "Offer.RadiusKm",
        ];
        Type[] views = [typeof(global::Enterprises.Register.EnterpriseView), typeof(global::Enterprises.Offers.OfferView), typeof(global::Enterprises.Claims.ClaimView), typeof(global::Enterprises.Complaints.ComplaintView)];
        var shown = views.SelectMany(view => view.GetProperties().Select(property => $"{view.Name.Replace("View", "", StringComparison.Ordinal)}.{property.Name}"));
        var columns = await service.Host.WithDatabase<EnterprisesDb, List<string>>(db => Task.FromResult((
            from entity in db.Model.GetEntityTypes()
            // What has been told of what waits is not asked for here: it leaves as an event.
            where entity.ClrType.Namespace!.StartsWith("Enterprises.", StringComparison.Ordinal) && !entity.ClrType.IsAssignableTo(typeof(ServiceDefaults.Reminders.ToldReminder))
            from property in entity.GetProperties()
            select $"{entity.ClrType.Name}.{property.Name}").ToList()));
        Assert.Empty(columns.Except(shown).Except(inside).Except(renamed));
        Assert.Empty(inside.Concat(renamed).Except(columns));
    }
}
