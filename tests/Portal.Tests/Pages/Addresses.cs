using Xunit;

namespace Portal.Tests.Pages;

/// <summary>Every page of the portal and who looks at it. A new page is a new row here, and everything below is checked on it.</summary>
internal static class Addresses
{
    /// <summary>Malmö's open need of the demonstration data, B01.</summary>
    private static readonly Guid Need = Contracts.SeedIds.Need("B01");

    private static readonly Guid Discussion = Contracts.SeedIds.Of("discussion", "trettio-procent-under-avtalet");

    /// <summary>Härjedalen's collaboration, mentorship and cooperation of the demonstration data.</summary>
    private static readonly Guid Collaboration = Contracts.SeedIds.Of("collaboration", "2361"), Mentorship = Contracts.SeedIds.Of("mentorship", "2361/2182"), Agreement = Contracts.SeedIds.Of("agreement", "1");

    /// <summary>The address, the user (null is anyone) and the name of its picture.</summary>
    public static readonly (string Path, string? User, string Name)[] All =
    [
        ("/", null, "start"),
        ("/finns-inte", null, "saknas"),
        ("/sa-fungerar-det", null, "sa-fungerar-det"),
        ("/foretag", null, "foretag"),
        ("/foretag?sok=xyzzy", null, "foretag-inga"),
        ("/foretag/7f5c5083-3673-8eaa-955f-21f0de899f6b", null, "foretag-profil"),
        ("/foretag/7f5c5083-3673-8eaa-955f-21f0de899f6c", null, "foretag-saknas"),
        ("/handbok", null, "handbok"),
        ("/handbok/reserverad-upphandling", null, "kapitel"),
        ("/handbok/beloppsgranser-2026-2027", null, "kapitel-tabell"),
        ("/exempel", null, "exempel"),
        ("/modeller", null, "modeller"),
        ("/exempel/kafe-i-stadsdelshuset", null, "exempel-ett"),
        ("/sok?q=tv%C3%A4tt", null, "sok"),
        ("/sok", null, "sok-tom"),
        ("/statistik", null, "statistik"),
        ("/karta", null, "karta"),
        ("/karta?visa=pilot", null, "karta-pilot"),
        ("/tillganglighet", null, "tillganglighet"),
        ("/oppna-data", null, "oppna-data"),
        ("/", "malmo.enhetschef", "start-inloggad"),
        ("/behov", null, "behov"),
        ("/behov?q=xyzzy", null, "behov-inga"),
        ($"/behov/{Need}", null, "behov-ett"),
        ("/vagval", null, "vagval"),
        ("/moten", null, "moten"),
        ("/oversikt", "malmo.enhetschef", "oversikt-enhetschef"),
        ("/behov", "malmo.enhetschef", "behov-vara"),
        ("/behov/nytt", "malmo.enhetschef", "behov-nytt"),
        ($"/behov/{Need}", "malmo.enhetschef", "behov-eget"),
        ($"/behov/{Need}/andra", "malmo.enhetschef", "behov-andra"),
        ($"/behov/{Need}/foretag", "malmo.enhetschef", "behov-foretag"),
        ($"/behov/{Need}/jamfor?f=7f5c5083-3673-8eaa-955f-21f0de899f6b&f=c7c88f33-db49-846d-beb2-7a5db47b397b", "malmo.enhetschef", "jamfor"),
        ("/intressen", "malmo.enhetschef", "intressen"),
        ("/affarer", "malmo.enhetschef", "affarer"),
        ("/oversikt", "malmo.upphandlare", "oversikt-upphandlare"),
        ("/oversikt", "malmo.utvecklingsledare", "oversikt-utvecklingsledare"),
        ("/vagval?prova=1&kind=service&valueSek=900000&cpv=55330000&need.recurring=vet", "malmo.upphandlare", "vagval-svar"),
        ($"/vagval?behov={Need}", "malmo.upphandlare", "vagval-behov"),
        ("/foretag/7f5c5083-3673-8eaa-955f-21f0de899f6b/granska", "malmo.upphandlare", "foretag-granska"),
        ("/foretag/klagomal", "skr.processledare", "klagomal"),
        ("/oversikt", "foretag.f01", "oversikt-foretag"),
        ("/for-oss", "foretag.f01", "for-oss"),
        ($"/behov/{Need}", "foretag.f01", "behov-svara"),
        ("/vart-foretag", "foretag.f01", "vart-foretag"),
        ("/vart-foretag/uppgifter", "foretag.f01", "uppgifter"),
        ("/vart-foretag/erbjudanden/nytt", "foretag.f01", "erbjudande"),
        ("/vart-foretag/status/wise", "foretag.f01", "status"),
        ("/behov/nytt", "foretag.f01", "fel-roll"),
        ("/diskussioner", null, "diskussioner"),
        ($"/diskussioner/{Discussion}", null, "diskussion-en"),
        ("/diskussioner/nytt", "malmo.enhetschef", "diskussion-ny"),
        ("/vagval/texter", "malmo.upphandlare", "texter"),
        ("/installningar", "malmo.enhetschef", "installningar"),
        ("/bevakningar", "malmo.enhetschef", "bevakningar"),
        ("/drift", "drift", "drift"),
        ("/resa", "malmo.utvecklingsledare", "resa"),
        ("/resa/utgangslage", "laxa.utvecklingsledare", "utgangslage"),
        ("/resa/utgangslage/svara/anchoring", "laxa.utvecklingsledare", "utgangslage-svara"),
        ("/resa/utgangslage/dela", "laxa.utvecklingsledare", "utgangslage-dela"),
        ("/resa/utgangslage/onskemal", "laxa.utvecklingsledare", "utgangslage-onskemal"),
        ("/resa/atgarder/ny", "malmo.utvecklingsledare", "atgard-ny"),
        ("/resa/mal/nytt", "malmo.utvecklingsledare", "mal-nytt"),
        ("/resa/mentorer", "harjedalen.utvecklingsledare", "mentorer"),
        ("/resa/mentorer/fraga?kommun=2182&del=coordination", "harjedalen.utvecklingsledare", "mentor-fraga"),
        ($"/resa/mentorskap/{Mentorship}", "harjedalen.utvecklingsledare", "mentorskap"),
        ("/resa/samverkan", "harjedalen.utvecklingsledare", "samverkan"),
        ($"/resa/samverkan/{Collaboration}", "harjedalen.utvecklingsledare", "samverkan-en"),
        ($"/resa/samverkan/{Collaboration}/andra", "harjedalen.utvecklingsledare", "samverkan-andra"),
        ($"/resa/samverkan/{Collaboration}/versioner", "harjedalen.utvecklingsledare", "samverkan-versioner"),
        ("/resa/samverkan/ny", "harjedalen.utvecklingsledare", "samverkan-ny"),
        ("/resa/overenskommelser", "harjedalen.utvecklingsledare", "overenskommelser"),
        ($"/resa/overenskommelser/{Agreement}", "harjedalen.utvecklingsledare", "overenskommelse"),
        ("/resa/overenskommelser/ny", "harjedalen.utvecklingsledare", "overenskommelse-ny"),
        ("/resa/rapport", "harjedalen.utvecklingsledare", "rapport"),
        ("/resa/foretag", "harjedalen.utvecklingsledare", "foretag-hos-er"),
        ("/natverket", "skr.processledare", "natverket"),
        ("/moten/nytt?lucka=purchasing", "skr.processledare", "mote-nytt"),
        ("/exempel/granska", "skr.processledare", "exempel-granska"),
        ("/exempel/mina", "malmo.utvecklingsledare", "exempel-mina"),
        ("/diskussioner/moderering", "skr.processledare", "moderering"),
        ("/natverket/synpunkter", "skr.processledare", "synpunkter"),
        ("/natverket/importera", "skr.processledare", "importera"),
    ];

    /// <summary>For theories; <c>PICTURES_ONLY</c> in the environment takes those whose name begins so, for whoever works on a page.</summary>
    public static TheoryData<string, string?, string> Rows => [.. All.Where(page => page.Name.StartsWith(Only, StringComparison.Ordinal))];

    private static string Only => Environment.GetEnvironmentVariable("PICTURES_ONLY") ?? "";
}
