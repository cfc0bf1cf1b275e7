using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Portal.Components;
using ServiceDefaults;
using Xunit;

namespace Portal.Tests.Pages;

/// <summary>What waits leads to a page that those who are told may open; which address goes with which reminder, the services' own tests say.</summary>
public sealed class ReminderAddresses
{
    [Theory]
    [InlineData("/resa", Roles.DevelopmentLead)]
    [InlineData("/resa/utgangslage", Roles.DevelopmentLead)]
    [InlineData("/resa/mentorskap/{Id:guid}", Roles.DevelopmentLead)]
    [InlineData("/resa/overenskommelser/{Id:guid}", Roles.DevelopmentLead)]
    [InlineData("/resa/samverkan/{Id:guid}", Roles.DevelopmentLead)]
    [InlineData("/vart-foretag", Roles.EnterpriseManager)]
    [InlineData("/foretag/klagomal", Roles.NetworkLead)]
    [InlineData("/foretag", null)]
    [InlineData("/foretag/{Id:guid}", null)]
    public void Those_who_are_told_may_open_it(string route, string? role)
    {
        var page = Assert.Single(typeof(PageBase).Assembly.GetTypes(), type => type.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Any(one => one.Template == route));
        var asked = page.GetCustomAttributes(typeof(AuthorizeAttribute), false).Cast<AuthorizeAttribute>().SingleOrDefault();
        if (role is null) Assert.Null(asked);
        else Assert.Contains(role, asked!.Roles!.Split(','));
    }
}
