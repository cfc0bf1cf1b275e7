using Identity.Operations;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Identity.Tests;

public class CommandTests(PostgresFixture postgres)
{
    private static async Task<bool> Run(IdentityHost host, string password, params string[] args)
    {
        using var input = new StringReader(password);
        return (await Command.Run(host.Services, args, input, CancellationToken.None))!.Value.Done;
    }

    [Fact]
    public async Task Operations_let_a_person_in_and_out()
    {
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync(), "Production");
        async Task<int> Try(string password) => (int)(await RealSignIn.SubmitAsync(host.Browser(), "/identity/login", "Anna", password)).StatusCode;

        Assert.False(await Run(host, "short", "add-person", "anna", "Anna", "development-lead", "1280"));
        Assert.False(await Run(host, "a long enough password", "add-person", "anna", "Anna", "queen", "1280"));
        Assert.True(await Run(host, "a long enough password", "add-person", "anna", "Anna", "development-lead", "1280"));
        Assert.Equal(302, await Try("a long enough password"));
        Assert.False(await Run(host, "another long password", "add-person", "anna", "Anna", "unit-manager", "1280", "ingen adress"));
        Assert.True(await Run(host, "another long password", "add-person", "anna", "Anna", "unit-manager", "1280", "anna@malmo.example"));
        Assert.Equal("anna@malmo.example", await host.WithDatabase(db => db.People.Where(person => person.UserName == "anna").Select(person => person.Email).SingleAsync()));
        Assert.Equal((401, 302), (await Try("a long enough password"), await Try("another long password")));
        Assert.True(await Run(host, "", "close-person", "anna"));
        Assert.Equal(401, await Try("another long password"));
        Assert.False(await Run(host, "", "close-person", "nobody"));
    }

    [Fact]
    public async Task A_leaked_key_is_thrown_away_with_all_that_it_signed()
    {
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync());
        var before = await host.WithDatabase(db => db.Keys.Select(key => key.Id).ToListAsync());
        var tokens = await RealSignIn.SignInAsync(host.Browser(), "drift");
        Assert.True(await Run(host, "", "rotate-keys"));
        Assert.Empty(before.Intersect(await host.WithDatabase(db => db.Keys.Select(key => key.Id).ToListAsync())));
        Assert.Equal("invalid_grant", await SignInTests.Fault(await SignInTests.Refresh(host.Browser(), tokens.RefreshToken!)));
        await RealSignIn.SignInAsync(host.Browser(), "drift");
    }

    [Fact]
    public async Task Other_arguments_are_no_command()
    {
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync());
        Assert.Null(await Command.Run(host.Services, ["--urls=http://localhost:0"], TextReader.Null, CancellationToken.None));
        Assert.False(await Run(host, "", "add-person", "anna"));
    }
}
