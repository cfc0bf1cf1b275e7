using Municipalities.Context;
using Xunit;

namespace Municipalities.Tests.Context;

/// <summary>Files in the forms that SCB, Kolada and spreadsheets write.</summary>
public class SeriesFileTests
{
    private static readonly HashSet<string> Codes = ["0114", "0128", "1280"];

    private static SeriesFile Read(string text, string? indicator = "population") => SeriesFile.Read(text, indicator, Codes, 2026);

    private static string Figures(SeriesFile file) => string.Join(' ', file.Figures.Select(row => FormattableString.Invariant($"{row.Code}/{row.Indicator}/{row.Year}={row.Value}")));

    [Theory]
    [InlineData("\"Folkmängden efter region och år\"\n\n\"region\",\"2023\",\"2024\"\n\"00 Riket\",\"10551707\",\"10587710\"\n\"1280 Malmö\",\"362133\",\"365644\"\n\n\"Folkmängden avser den 31 december.\"\nSenast uppdaterad: 20250221\n", "1280/population/2023=362133 1280/population/2024=365644", 1)]
    [InlineData("region,tid,Folkmängd\n12 Skåne län,2024,1428626\n1280 Malmö,2024,365644\n", "1280/population/2024=365644", 1)]
    [InlineData("\uFEFFkommun\tår\tvärde\r\n0114\t2024\t50\u00A0120\r\n0128\t2024\t17\u202F507\r\n", "0114/population/2024=50120 0128/population/2024=17507", 0)]
    [InlineData("kommun;år;värde\n1280;2023;\u22120,5\n1280;2024;-0,25\n", "1280/population/2023=-0.5 1280/population/2024=-0.25", 0)]
    [InlineData("kommun;år;värde;\n1280;2023;12,345;\n", "1280/population/2023=12.345", 0)]
    [InlineData("kpi;municipality;period;value\nN00941;0000;2023;5,2\nN00941;0012;2023;5,9\nN00941;G123456;2023;5,5\nN00941;1280;2023;6,1\n", "1280/N00941/2023=6.1", 3)]
    public void A_file_as_it_is_written_is_read(string text, string figures, int otherAreas)
    {
        var file = Read(text);
        Assert.Empty(file.Faults);
        Assert.Equal((figures, otherAreas), (Figures(file), file.OtherAreas));
    }

    [Fact]
    public void What_says_that_there_is_no_figure_is_none()
    {
        var file = Read("kommun;2015;2016;2017;2018;2019;2020;2021;2022\n1280;;..;.;-;–;…;\u0096; \n");
        Assert.Empty(file.Faults);
        Assert.Empty(file.Figures);
        Assert.Equal(8, file.WithoutValue);
    }

    [Theory]
    [InlineData("kommun;år;värde\n114;2024;1\n", "Menas 0114?")]
    [InlineData("kommun;år;värde\n999;2024;1\n", "är ingen kommun")]
    [InlineData("kommun,år,värde\n1280,2024,\"365,644\"\n", "två sätt")]
    [InlineData("kommun,år,värde\n1280,2024,\"1,365,644\"\n", "inget tal")]
    [InlineData("kommun;år;värde\n1280;2024;1.365.644\n", "inget tal")]
    [InlineData("kommun;år;värde\n1280;2024M01;1\n", "inget år")]
    [InlineData("region;kön;år;Folkmängd\n1280 Malmö;män;2024;1\n", "saknar värden")]
    [InlineData("kommun;år;värde\n1280;2024;1\n\n0128;2024\n", "kolumner")]
    public void What_could_be_read_wrong_is_told(string text, string reason) =>
        Assert.Contains(reason, Assert.Single(Read(text).Faults).Reason, StringComparison.Ordinal);

    private const string Cube = """
        {"version":"2.0","class":"dataset","id":["Region","ContentsCode","Tid"],"size":[3,1,2],
         "role":{"time":["Tid"],"metric":["ContentsCode"]},
         "dimension":{"Region":{"category":{"index":{"00":0,"1280":2,"0114":1}}},"ContentsCode":{"category":{"index":["BE0101N1"]}},"Tid":{"category":{"index":["2023","2024"]}}},
         "value":[10551707,10587710,50120,null,362133,365644.5]}
        """;

    [Fact]
    public void A_cube_of_scb_is_read_in_the_order_of_its_index()
    {
        var file = Read(Cube);
        Assert.Empty(file.Faults);
        Assert.Equal("0114/population/2023=50120 1280/population/2023=362133 1280/population/2024=365644.5", Figures(file));
        Assert.Equal((2, 1), (file.OtherAreas, file.WithoutValue));
        var sparse = Read(Cube.Replace("[10551707,10587710,50120,null,362133,365644.5]", "{\"5\":365644}", StringComparison.Ordinal));
        Assert.Equal("1280/population/2024=365644", Figures(sparse));
    }

    [Fact]
    public void Koladas_answer_is_read_with_the_total_of_the_genders()
    {
        var file = Read("""
            {"count":2,"values":[
              {"kpi":"N00941","municipality":"1280","period":2023,"values":[{"gender":"K","value":5.1},{"gender":"M","value":7.1},{"gender":"T","value":6.1,"status":"","count":1}]},
              {"kpi":"N00941","municipality":"0114","period":2023,"values":[{"gender":"T","value":null,"status":"Missing"}]},
              {"kpi":"N00941","municipality":"0000","period":2023,"values":[{"gender":"T","value":6.5}]}]}
            """, null);
        Assert.Empty(file.Faults);
        Assert.Equal(("1280/N00941/2023=6.1", 1, 1), (Figures(file), file.WithoutValue, file.OtherAreas));
    }

    [Theory]
    [InlineData("{", "varken")]
    [InlineData("[]", "varken")]
    [InlineData("{\"values\":1}", "varken")]
    [InlineData("{\"values\":[{\"kpi\":\"N00941\"}]}", "varken")]
    [InlineData("{\"values\":[]}", "inga rader")]
    [InlineData("{\"dimension\":{},\"id\":[\"Region\"]}", "varken")]
    [InlineData("{\"dimension\":{\"Kon\":{\"category\":{\"index\":[\"1\"]}}},\"id\":[\"Kon\"],\"value\":[1]}", "region eller tid")]
    public void Other_json_is_told(string text, string reason) => Assert.Contains(reason, Read(text).Faults[0].Reason, StringComparison.Ordinal);

    [Fact]
    public void A_cube_with_several_figures_for_a_place_and_year_says_what_to_choose() =>
        Assert.Contains("ContentsCode", Read(Cube.Replace("[\"BE0101N1\"]", "[\"a\",\"b\"]", StringComparison.Ordinal)).Faults[0].Reason, StringComparison.Ordinal);
}
