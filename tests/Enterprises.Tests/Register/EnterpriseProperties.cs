using System.Reflection;
using Contracts.Enterprises;
using Enterprises.Claims;
using Enterprises.Complaints;
using Enterprises.Offers;
using Enterprises.Register;
using FsCheck;
using FsCheck.Fluent;
using ServiceDefaults.Messaging;
using Xunit;

namespace Enterprises.Tests.Register;

/// <summary>What holds whatever happens to an enterprise, in any order.</summary>
public class EnterpriseProperties
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly MethodInfo ToEvent = typeof(Noun).GetMethod("ToEvent", BindingFlags.Instance | BindingFlags.NonPublic)!;

    [Fact]
    public void Nothing_but_what_is_public_is_ever_told() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Holds));

    private static bool Holds(byte[] script)
    {
        var trader = script.Length % 2 == 1;
        var (enterprise, now) = (Register(trader), Start);
        var wasPublished = false;
        foreach (var move in script)
        {
            now = now.AddDays(move % 40);
            Move(enterprise, move, now);
            wasPublished |= enterprise.Status is EnterpriseStatus.Published;
            var told = (EnterpriseChanged?)ToEvent.Invoke(enterprise, ["moved"]);
            if (told is null != !wasPublished) return false;
            if (told is null) continue;
            if (told.Withdrawn == enterprise.IsPublic) return false;
            if (told.OrganisationNumber is null != (trader || told.Withdrawn)) return false;
            if (told.Withdrawn && (told.Name != "" || told.Presentation != "" || told.Offers.Count > 0 || told.Kinds.Count > 0)) return false;
            if (trader && (told.TargetGroups.Count > 0 || told.Employed is not null)) return false;
            var published = enterprise.Offers.Where(offer => offer.Status is OfferStatus.Published).Select(offer => offer.Id).Order();
            if (!told.Withdrawn && !told.Offers.Select(offer => offer.Id).SequenceEqual(published)) return false;
            if (enterprise.Suspended != enterprise.Complaints.Any(row => row.Decision is not ComplaintDecision.Dismissed)) return false;
        }
        return true;
    }

    /// <summary>The rules refuse what they must; here only what they let through counts.</summary>
    private static void Move(Enterprise enterprise, byte move, DateTimeOffset now)
    {
        var offer = enterprise.Offers.Count > 0 ? enterprise.Offers[move % enterprise.Offers.Count].Id : Guid.NewGuid();
        var complaint = enterprise.Complaints.Count > 0 ? enterprise.Complaints[^1].Id : Guid.NewGuid();
        _ = (move % 13) switch
        {
            0 => enterprise.Publish(now),
            1 => enterprise.Withdraw(),
            2 => enterprise.DraftOffer(Guid.NewGuid(), EnterpriseClient.Cafe).Error,
            3 => enterprise.PublishOffer(offer),
            4 => enterprise.WithdrawOffer(offer),
            5 => enterprise.ReviseOffer(offer, EnterpriseClient.Cafe),
            6 => enterprise.Complain(Guid.NewGuid(), "Svarar inte längre på brev.", "a", now).Error,
            7 => enterprise.DecideComplaint(complaint, ComplaintDecision.Upheld, "Stämmer.", "b", now),
            8 => enterprise.DecideComplaint(complaint, ComplaintDecision.Dismissed, "Stämmer inte.", "b", now),
            9 => enterprise.Revise(new EnterpriseContent { Name = "Nytt namn", MunicipalityCode = "1280", Presentation = "Nytt" }, now),
            10 => enterprise.Hide(now) ? null : EnterpriseErrors.NotFound,
            11 => enterprise.ReviewClaim(ClaimKind.Wise, (ClaimReview)(move % 2), "Sett.", "b", now),
            _ => Confirm(),
        };

        ServiceDefaults.Error? Confirm()
        {
            enterprise.Confirm(now);
            return null;
        }
    }

    private static Enterprise Register(bool trader) => RegisterEnterprise.Make(Guid.NewGuid(), EnterpriseClient.Profile() with
    {
        OrganisationNumber = trader ? "191212121212" : "769999-0011",
        LegalForm = trader ? LegalForm.SoleTrader : LegalForm.EconomicAssociation,
        Workforce = null,
    }, "a", Start).Enterprise!;
}
