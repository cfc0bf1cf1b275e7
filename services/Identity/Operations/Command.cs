using System.ComponentModel.DataAnnotations;
using Identity.Keys;
using Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Identity.Operations;

/// <summary>
/// What those who run the platform do at the service's own executable, where no page can be attacked:
/// <c>add-person USER NAME ROLE ORG [EMAIL]</c> (the password is read from standard input; repeated, it sets a new one and ends the person's sessions),
/// <c>close-person USER</c>, <c>rotate-keys</c> (when a key has leaked: everything signed or encrypted so far ends).
/// </summary>
internal static class Command
{
    /// <summary>ASVS 5.0, 6.2.1 asks for at least eight and recommends fifteen.</summary>
    private const int ShortestPassword = 12;

    private static readonly string[] Roles =
    [
        ServiceDefaults.Roles.DevelopmentLead, ServiceDefaults.Roles.ProcurementOfficer, ServiceDefaults.Roles.UnitManager,
        ServiceDefaults.Roles.EnterpriseManager, ServiceDefaults.Roles.NetworkLead, ServiceDefaults.Roles.Operations,
    ];

    /// <summary>Runs the command that the arguments name; null when they name none.</summary>
    /// <returns>What to tell, and whether it went well.</returns>
    public static async Task<(bool Done, string Message)?> Run(IServiceProvider services, string[] args, TextReader input, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return args switch
        {
            ["add-person", var user, var name, var role, var org] => await AddPerson(db, user.Trim().ToLowerInvariant(), name, role, org, null, await input.ReadLineAsync(stop) ?? "", stop),
            ["add-person", var user, var name, var role, var org, var email] => await AddPerson(db, user.Trim().ToLowerInvariant(), name, role, org, email, await input.ReadLineAsync(stop) ?? "", stop),
            ["close-person", var user] => await ClosePerson(db, user.Trim().ToLowerInvariant(), stop),
            ["rotate-keys"] => await RotateKeys(db, scope.ServiceProvider.GetRequiredService<KeyRing>(), stop),
            ["add-person" or "close-person" or "rotate-keys", ..] => (false, "add-person USER NAME ROLE ORG [EMAIL] | close-person USER | rotate-keys"),
            _ => null,
        };
    }

    private static async Task<(bool, string)> AddPerson(IdentityDb db, string user, string name, string role, string org, string? email, string password, CancellationToken stop)
    {
        if (email is not null && (email.Length > 254 || !new EmailAddressAttribute().IsValid(email))) return (false, $"{email} is no e-mail address.");
        if (!Roles.Contains(role)) return (false, $"The role is one of {string.Join(", ", Roles)}.");
        if (password.Length < ShortestPassword) return (false, $"The password, read from standard input, has at least {ShortestPassword} characters.");
        var person = await db.People.SingleOrDefaultAsync(known => known.UserName == user, stop);
        if (person is null)
            db.Add(new Person { Id = Guid.CreateVersion7(), UserName = user, Name = name, Role = role, Org = org, Email = email, PasswordHash = Passwords.Hash(password) });
        else if (person.ForDevelopment) return (false, $"{user} is a user of Development.");
        else
            (person.Name, person.Role, person.Org, person.Email, person.PasswordHash, person.Stamp, person.Disabled, person.Failures, person.LockedUntil) =
                (name, role, org, email ?? person.Email, Passwords.Hash(password), Guid.NewGuid(), false, 0, null);
        await db.SaveChangesAsync(stop);
        return (true, $"{user} can sign in.");
    }

    private static async Task<(bool, string)> ClosePerson(IdentityDb db, string user, CancellationToken stop) =>
        await db.People.Where(person => person.UserName == user).ExecuteUpdateAsync(person => person.SetProperty(p => p.Disabled, true), stop) == 1
            ? (true, $"{user} can no longer sign in; the last access token ends within ten minutes.")
            : (false, $"There is no {user}.");

    private static async Task<(bool, string)> RotateKeys(IdentityDb db, KeyRing ring, CancellationToken stop)
    {
        await db.Keys.ExecuteDeleteAsync(stop);
        await ring.RefreshAsync(stop);
        return (true, "New keys are in use; replicas take them within a minute. Restart the services, which may remember the old keys for hours.");
    }
}
