using System.Text.Json;
using Contracts;
using Enterprises.Claims;
using Enterprises.Offers;
using Enterprises.Register;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises;

/// <summary>
/// With <c>Seed:Demonstration</c> the enterprises of the demonstration: their names and numbers are made up (series 999 with
/// valid check digits). Run again it adds what is missing and touches nothing else.
/// </summary>
internal static class Seed
{
    private const string By = "seed";

    public static async Task Run(EnterprisesDb db, IServiceProvider services, CancellationToken stop)
    {
        if (!services.GetRequiredService<IConfiguration>().GetValue<bool>("Seed:Demonstration")) return;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var present = (await db.Enterprises.Select(row => row.Id).ToListAsync(stop)).ToHashSet();
        foreach (var seed in ReadEnterprises())
            if (!present.Contains(SeedIds.Enterprise(seed.Name))) db.Enterprises.Add(Make(seed, now));
        await db.SaveChangesAsync(stop);
    }

    private static Enterprise Make(SeededEnterprise seed, DateTimeOffset now)
    {
        var (enterprise, error) = RegisterEnterprise.Make(SeedIds.Enterprise(seed.Name), seed.Profile, By, now);
        Must(seed.Name, error);
        enterprise!.StateClaim(ClaimKind.RegisteredIdeburen, seed.RegisteredIdeburen, ClaimSource.Kammarkollegiet, SwedishTime.DayOf(now), null, By);
        foreach (var (number, content) in seed.Offers.Index())
        {
            var (offer, refused) = enterprise.DraftOffer(SeedIds.Offer(seed.Name, number + 1), content);
            Must(seed.Name, refused ?? enterprise.PublishOffer(offer!.Id));
        }
        Must(seed.Name, enterprise.Publish(now));
        return enterprise;
    }

    internal static List<SeededEnterprise> ReadEnterprises()
    {
        using var file = typeof(Seed).Assembly.GetManifestResourceStream("enterprises.json") ?? throw new InvalidDataException("Seed enterprises.json is missing.");
        return JsonSerializer.Deserialize<List<SeededEnterprise>>(file, ApiJson.Options)!;
    }

    internal sealed record SeededEnterprise(string Name, ClaimAnswer RegisteredIdeburen, RegisterEnterprise.Request Profile, IReadOnlyList<OfferContent> Offers);

    private static void Must(string name, Error? error)
    {
        if (error is not null) throw new InvalidDataException($"{name}: {error.Title}");
    }
}
