using System.Collections.Frozen;

namespace ServiceDefaults.Text;

/// <summary>Forms that rules cannot bring together, and words that rules would wrongly take apart.</summary>
public static class SwedishForms
{
    private const string Groups =
        """
        bok böcker boken böckerna
        hand händer handen händerna
        man män mannen männen männens
        stad städer staden städerna stads
        bonde bönder bonden
        natt nätter natten nätterna nattens
        tand tänder
        rot rötter rötterna
        fot fötter foten fötterna
        son söner sonen
        dotter döttrar dottern
        ledamot ledamöter ledamöterna
        mus möss
        gås gäss
        sy syr sydde sytt sydda sydd sömnad sömmerska sömmerskor sömmerskan sömmare syning
        stryk stryka stryker strykning strykt strukit strukna
        lägg lägga lägger lade lagt lägg
        hugg hugga hugger högg
        ät äta äter åt ätit
        skjut skjuta skjuter
        skär skära skär skar skurit
        bär bära bär bar burit
        driv driva driver drev drivit drift driften
        säg säga säger sade sagt
        sov sova sover sovit
        flyt flyta flyter flöt
        bryt bryta bryter bröt brutit brutna
        vrid vrida vrider
        dö dör dog dött döda död
        klä klär klädde klätt
        skriv skriva skriver skrev skrivit skrivna
        bit bita biter
        rid rida rider red ridning ridit
        rör röra rör rörde rört
        måla måla målar målade målat målare målaren målarna målning målningar målningen måleri måleriet målad målade
        mål mål målet målen
        möte möte möten mötet mötena
        möbel möbel möbler möbeln möblerna möblemang
        cykel cykel cyklar cykeln cyklarna
        fönster fönster fönstret fönstren fönsterna
        lampa lampa lampor lampan lamporna
        trappa trappa trappor trappan trapporna trapp
        nyckel nyckel nycklar nyckeln nycklarna
        spegel spegel speglar
        vinter vinter vintern vintrar vintrarna
        syster syster systrar
        förälder förälder föräldrar föräldrarna föräldern
        ålder ålder åldrar åldern
        åker åker åkrar åkern
        kök kök köket köken
        is is isen isig isigt isiga
        snö snö snön snöig
        kläder kläder kläderna klädsel
        kvinna kvinna kvinnor kvinnan kvinnorna
        skog skog skogen skogar skogarna
        unga unga ung yngre
        ungdom ungdom ungdomar ungdomen ungdomarna
        äldre äldre äldres gamla gammal gamle äldst
        sjuk sjuk sjuka sjukt
        barn barn barnen barns barnens
        hem hem hemma hemmet hemmen
        arbet arbet arbete arbetet arbeten arbetena arbetar arbeta arbetade arbetat arbets
        dator dator datorer datorn datorerna
        djur djur djuret djuren
        bil bil bilar bilen bilarna bilens
        tak tak taket taken
        """;

    /// <summary>Form → the stem that it is counted under.</summary>
    public static FrozenDictionary<string, string> Irregular { get; } = Groups
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .SelectMany(forms => forms.Select(form => (form, stem: forms[0])))
        .DistinctBy(pair => pair.form)
        .ToFrozenDictionary(pair => pair.form, pair => pair.stem);

    /// <summary>Words that only look derived.</summary>
    public static FrozenSet<string> Whole { get; } =
        "tidning våning ordning tandning ledning ring pengar socker papper vatten fönster kontor motor traktor lager läger siffra äter center trädgård konst post hast fest rast gäst blast paket staket internet organ boende ärende anhörig plan klan hade både"
            .Split(' ').ToFrozenSet();
}
