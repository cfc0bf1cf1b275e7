using Portal.Session;
using ServiceDefaults;

namespace Portal.Layout;

/// <summary>The main menu: a few places for each role, so that nobody has to look for what is theirs.</summary>
internal static class Menu
{
    /// <summary>Name of the text, and address.</summary>
    public static IReadOnlyList<(string Text, string Address)> Of(Visitor visitor) => visitor.Role switch
    {
        Roles.UnitManager => [("Overview", "/oversikt"), ("Needs", "/behov"), ("Deals", "/affarer"), ("Enterprises", "/foretag"), ("Routes", "/vagval"), ("Handbook", "/handbok"), ("Meetings", "/moten"), ("Discussions", "/diskussioner")],
        Roles.ProcurementOfficer => [("Overview", "/oversikt"), ("Needs", "/behov"), ("Routes", "/vagval"), ("Deals", "/affarer"), ("Enterprises", "/foretag"), ("Handbook", "/handbok"), ("Meetings", "/moten"), ("Discussions", "/diskussioner")],
        Roles.DevelopmentLead => [("Overview", "/oversikt"), ("Journey", "/resa"), ("Needs", "/behov"), ("Deals", "/affarer"), ("Enterprises", "/foretag"), ("Handbook", "/handbok"), ("Meetings", "/moten"), ("Discussions", "/diskussioner")],
        Roles.EnterpriseManager => [("Overview", "/oversikt"), ("OurNeeds", "/for-oss"), ("Interests", "/intressen"), ("Deals", "/affarer"), ("MyEnterprise", "/vart-foretag"), ("Handbook", "/handbok"), ("Meetings", "/moten"), ("Discussions", "/diskussioner")],
        Roles.NetworkLead => [("Overview", "/oversikt"), ("Network", "/natverket"), ("Needs", "/behov"), ("Enterprises", "/foretag"), ("Statistics", "/statistik"), ("Handbook", "/handbok"), ("Meetings", "/moten"), ("Discussions", "/diskussioner")],
        Roles.Operations => [("Overview", "/oversikt"), ("Status", "/drift"), ("Statistics", "/statistik")],
        _ => [("Needs", "/behov"), ("Enterprises", "/foretag"), ("Map", "/karta"), ("Statistics", "/statistik"), ("Handbook", "/handbok"), ("Meetings", "/moten"), ("Discussions", "/diskussioner")],
    };
}
