using System.Text.Json;
using Contracts;
using Identity.People;
using Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using ServiceDefaults;

namespace Identity.Clients;

/// <summary>Clients to try with. They exist in Development only.</summary>
internal static class DevelopmentClients
{
    private const string Mark = "development";

    public static IEnumerable<OpenIddictApplicationDescriptor> All() => Table().Select(client =>
    {
        client.Properties[Mark] = JsonSerializer.SerializeToElement(true);
        return client;
    });

    /// <summary>Takes them out of a database that has come here from Development.</summary>
    public static async Task Remove(IOpenIddictApplicationManager clients, CancellationToken stop)
    {
        foreach (var id in Table().Select(client => client.ClientId!))
            if (await clients.FindByClientIdAsync(id, stop) is { } found && (await clients.GetPropertiesAsync(found, stop)).ContainsKey(Mark))
                await clients.DeleteAsync(found, stop);
    }

    private static IEnumerable<OpenIddictApplicationDescriptor> Table()
    {
        // For scripts and end-to-end tests: the code is read from the redirect, which nobody answers.
        yield return PlatformClients.ForPeople("journey", "Provresan", new Uri("http://127.0.0.1/journey"));
        var agency = PlatformClients.ForSystem("agency", "Provmyndigheten", Roles.Agency, "agency",
            Issuer.ApiScopes.Where(scope => scope.EndsWith(":read", StringComparison.Ordinal)));
        agency.ClientSecret = DevelopmentPeople.Password;
        yield return agency;
    }
}

/// <summary>People to try with, one for each role and organisation of the demonstration data. They exist in Development only.</summary>
internal static class DevelopmentPeople
{
    /// <summary>Everybody's password, known to all who can read.</summary>
    public const string Password = "Natverket-2026";

    /// <summary>The twelve pilot municipalities: SCB code, the part of the user name, name.</summary>
    private static readonly (string Code, string User, string Name)[] Pilots =
    [
        ("1283", "helsingborg", "Helsingborg"), ("2184", "hudiksvall", "Hudiksvall"), ("2361", "harjedalen", "Härjedalen"), ("1780", "karlstad", "Karlstad"),
        ("1860", "laxa", "Laxå"), ("1280", "malmo", "Malmö"), ("1481", "molndal", "Mölndal"), ("1083", "solvesborg", "Sölvesborg"),
        ("2182", "soderhamn", "Söderhamn"), ("0360", "tierp", "Tierp"), ("1485", "uddevalla", "Uddevalla"), ("2480", "umea", "Umeå"),
    ];

    private const int Enterprises = 20;

    /// <summary>Reserved by RFC 2606, so that no mail of a trial reaches anybody.</summary>
    private const string Domain = "natverket.example";

    public static IEnumerable<(string UserName, string Name, string Role, string Org)> All()
    {
        foreach (var (code, user, name) in Pilots)
        {
            yield return ($"{user}.utvecklingsledare", $"Utvecklingsledare i {name}", Roles.DevelopmentLead, code);
            yield return ($"{user}.upphandlare", $"Upphandlare i {name}", Roles.ProcurementOfficer, code);
            yield return ($"{user}.enhetschef", $"Enhetschef i {name}", Roles.UnitManager, code);
        }
        for (var number = 1; number <= Enterprises; number++)
            yield return ($"foretag.f{number:00}", $"Företagschef F{number:00}", Roles.EnterpriseManager, SeedIds.Enterprise($"F{number:00}").ToString());
        yield return ("skr.processledare", "Processledare på SKR", Roles.NetworkLead, "skr");
        yield return ("drift", "Driftingenjör", Roles.Operations, "platform");
    }

    public static async Task Put(IdentityDb db, CancellationToken stop)
    {
        var known = await db.People.Select(person => person.UserName).ToHashSetAsync(stop);
        // One hash for all: it is no secret, and hashing is slow on purpose.
        var hash = new Lazy<string>(() => Passwords.Hash(Password));
        foreach (var (userName, name, role, org) in All().Where(person => !known.Contains(person.UserName)))
            db.Add(new Person
            {
                Id = SeedIds.Of("person", userName), UserName = userName, Name = name, Role = role, Org = org, Email = $"{userName}@{Domain}", PasswordHash = hash.Value, ForDevelopment = true,
            });
        await db.SaveChangesAsync(stop);
        await db.People.Where(person => person.ForDevelopment && person.Email == null)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, person => person.UserName + "@" + Domain), stop);
    }
}
