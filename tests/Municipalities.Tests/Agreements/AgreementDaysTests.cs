using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Municipalities.Agreements;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Agreements;

/// <summary>Agreements as the days go: on which day one becomes overdue, and what takes it off the list.</summary>
public sealed class AgreementDaysTests(Service service) : IAsyncLifetime
{
    private const string Address = "/municipalities/v1/agreements";
    private static readonly AgreementContent Partnership = new()
    {
        Kind = AgreementKind.PublicPartnership,
        Title = "IOP om öppen mötesplats",
        Parties = [new() { Name = "Bygdegårdsföreningen", Kind = PartyKind.CivilSociety }, new() { Name = "Arbetskooperativet Stigen", Kind = PartyKind.SocialEnterprise }],
        Purpose = "En mötesplats där unga vuxna får stöd att komma vidare till studier eller arbete.",
        StartsOn = new(2027, 1, 1),
        EndsOn = new(2028, 12, 31),
        ReviewOn = new(2027, 6, 1),
    };

    private readonly DayClock clock = new(new(2026, 12, 1));
    private ServiceHost<Program> host = null!;
    private HttpClient lead = null!;

    public async ValueTask InitializeAsync()
    {
        host = await service.StartAsync(null, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await Service.SeedAsync(host);
        lead = host.As(Roles.DevelopmentLead, "2361");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Overdue_from_the_day_after_the_review_or_the_last_day_and_only_in_force()
    {
        var late = await Moved(await Draft(Partnership), "signature");
        var expiring = await Moved(await Draft(Partnership with { Kind = AgreementKind.LetterOfIntent, EndsOn = new(2027, 5, 31), ReviewOn = new(2027, 5, 31) }), "signature");
        var open = await Moved(await Draft(Partnership with { Kind = AgreementKind.Cooperation, EndsOn = null, ReviewOn = new(2027, 9, 1) }), "signature");
        var draft = await Draft(Partnership with { ReviewOn = new(2027, 2, 1) });

        clock.Today = new(2027, 6, 1);
        Assert.Equal([expiring.Id], await Ids("overdue=true"));
        clock.Today = new(2027, 6, 2);
        Assert.Equal([expiring.Id, late.Id], await Ids("overdue=true"));
        // No last day is no reason, and neither is a draft's review.
        Assert.Equal([draft.Id, open.Id], await Ids("overdue=false"));
        Assert.Equal([open.Id], await Ids("kind=cooperation&status=in-force"));
        await (await lead.GetAsync($"{Address}?kind=purchase")).ReadProblemAsync(400, "request/invalid");
        await (await lead.GetAsync($"{Address}?municipality=9999")).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task A_review_takes_it_off_the_list_until_the_next_one_and_an_end_for_good()
    {
        var row = await Moved(await Draft(Partnership), "signature");
        Assert.Equal(new DateOnly(2026, 12, 1), row.SignedOn);
        clock.Today = new(2027, 6, 2);
        row = await Moved(row, "reviews", new { text = "Tolv deltagare, fyra har gått vidare.", nextOn = "2028-06-01" });
        Assert.Equal((new DateOnly(2028, 6, 1), new DateOnly(2027, 6, 2)), (row.ReviewOn, Assert.Single(row.Reviews).On));
        Assert.Empty(await Ids("overdue=true"));
        clock.Today = new(2028, 6, 2);
        Assert.Equal([row.Id], await Ids("overdue=true"));
        row = await Moved(row, "termination", new { reason = "Föreningen tar över hela verksamheten." });
        Assert.Equal(new DateOnly(2028, 6, 2), row.EndedOn);
        clock.Today = new(2030, 1, 1);
        Assert.Empty(await Ids("overdue=true"));
    }

    private async Task<AgreementView> Draft(AgreementContent content) => await (await lead.SendJsonAsync(HttpMethod.Post, Address, content)).ReadAsync<AgreementView>(HttpStatusCode.Created);

    private async Task<AgreementView> Moved(AgreementView row, string move, object? body = null) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Address}/{row.Id}/{move}", body, ETags.Of(row.Version))).ReadAsync<AgreementView>();

    private async Task<List<Guid>> Ids(string query) => [.. (await (await lead.GetAsync($"{Address}?{query}")).ReadAsync<Page<AgreementView>>()).Items.Select(row => row.Id)];
}
