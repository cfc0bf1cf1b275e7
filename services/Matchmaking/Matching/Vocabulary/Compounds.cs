namespace Matchmaking.Matching.Vocabulary;

/// <summary>Words that often begin or end a compound without belonging to any one trade.</summary>
internal static class Compounds
{
    private const string Words =
        """
        skola kontor kommun sjukhus vård kund stad land region bygd park gata väg gård hus rum sal hall lokal byggnad fastighet bostad lägenhet
        barn ungdom äldre pensionär senior brukare elev förskola bibliotek museum arbete dag natt kväll helg vinter sommar höst vår jul
        vatten luft eld sten trä metall plast glas papper tyg läder bil båt cykel buss tåg mat dryck kaffe bröd frukt kött fisk mjölk
        hand fot rygg huvud hår kropp fritid kultur idrott sport musik konst film språk bok tidning brev post telefon data dator
        förening företag butik lager verkstad kök bad strand sjö hav skog äng berg fjäll träd gräs blomma snö is sand grus jord
        djur hund katt häst får ko höna fågel bi dörr vägg tak golv trappa fönster lampa möbel stol bord säng skåp hylla soffa
        kläder sko väska handduk lakan gardin matta sop avfall skräp återvinning service underhåll reparation hantering skötsel
        tillverkning leverans transport hyra försäljning utbildning kurs stöd grupp lag team center central
        maskin verktyg redskap apparat program test register arkiv dokument akt
        """;

    /// <summary>The words.</summary>
    public static IReadOnlyList<string> Parts { get; } =
        Words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
