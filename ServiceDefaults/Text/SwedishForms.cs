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
        klä klär klädde klätt klädas klädd klädda
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
        boka boka bokar bokade bokat bokas bokning bokningar bokningen bokningarna
        matta matta mattan mattor mattorna
        matt matt
        mata mata matar matade matat matas matning
        bulle bulle bullen bullar bullarna
        buller buller bullret bullrar bullrig bullrigt
        husse husse hussen
        hall hall hallen hallar hallarna
        kall kall kallt kalla kallare
        kalas kalas kalaset kalasen
        kappa kappa kappan kappor
        kasse kasse kassen kassar kassarna
        kassa kassa kassan kassor kassorna
        krans krans kransen kransar kransarna
        linne linne linnet linnen
        lim lim limma limmar limmas limmat limning
        lätt lätt lätta lättare
        lus lus löss lusen lössen
        lönn lönn lönnar lönnen
        lista lista listan listor listorna
        mall mall mallen mallar mallarna
        modd modd modden
        mosse mosse mossen mossar
        mössa mössa mössan mössor mössorna
        mätt mätt mätta
        nött nött nötta
        pappa pappa pappan pappor pappas
        passa passa passar passade passat passas passning
        plats plats platsen platser platserna
        presenning presenning presenningar presenningen
        reda reda
        räcke räcke räcket räcken räckena
        sallad sallad salladen sallader
        server server servern servrar servrarna
        skinn skinn skinnet
        skoter skoter skotern skotrar skotrarna
        slippa slippa slipper slapp sluppit
        släppa släppa släpper släppt släppte
        sommar sommar sommaren sommarens somrar somrarna
        soppa soppa soppan soppor sopporna
        stanna stanna stannar stannade stannat
        stege stege stegar
        surr surr surra surrar surret
        syren syren syrenen syrener
        takt takt takten
        tall tall tallen tallar tallarna
        tapet tapet tapeten tapeter tapeterna
        tass tass tassen tassar tassarna
        tomat tomat tomaten tomater tomaterna
        trän trän träna tränar tränade tränat tränas träning träningen träningar tränare
        vadare vadare vadarna
        vakt vakt vakten vakter vakterna
        vara vara varan varor varorna
        vass vass vassen vassa
        vas vas vasen vaser vaserna
        vikt vikt vikten
        visor visor visorna visan
        väga väga väger vägde vägt
        vägren vägren vägrenen vägrenar
        bakterie bakterie bakterier bakterierna
        bett bett bettet
        blandare blandare blandaren
        blåsor blåsor blåsorna
        brunn brunn brunnen brunnar
        damm damm damma dammet dammar dammig dammigt dammiga
        demens demens demensen dement dementa
        drivor drivor drivorna
        fattas fattas fattar fatta fattade
        fila fila filar filas filning
        filter filter filtret filtren
        flytt flytt flytta flyttar flyttas flyttade flyttat flytten flyttning flyttningar
        full full fulla fullt
        fältare fältare fältarna
        galleria galleria gallerian galleri galleriet
        glass glass glassen glassar glassarna
        granne granne grannen grannar grannarna grannens
        hissa hissa hissas hissade hissat
        kitt kitt kitta kittas kittning
        klippor klippor klipporna
        ko ko kor korna kossor
        lada lada ladan lador ladorna
        ledare ledare ledaren ledarna
        läktare läktare läktaren läktarna
        lärare lärare läraren lärarna lärarnas
        macka macka mackan mackor mackorna
        order order ordern
        penna penna pennan pennor
        pollen pollen
        prova prova provar provade provat provas
        repor repor reporna
        rosteri rosteri rosteriet
        rutten rutten ruttet ruttna ruttnat ruttnar ruttnade
        säte säte sätet säten sätena
        tackor tackor tackorna
        virke virke virket
        ånga ånga ångor ångan
        yxa yxa yxan yxor
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
