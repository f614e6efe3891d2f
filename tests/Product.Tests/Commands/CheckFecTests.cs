using System.Text.Json;

namespace Pupitre.Product.Tests.Commands;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class CheckFecTests
{
    private const string Header =
        "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n";

    private const string Unbalanced =
        Header
        + "BQ|Banque|1|20221202|512000|Banque|||R1|20221202|Recette|112,50|0,00|||20230115||\n"
        + "BQ|Banque|1|20221202|707000|Ventes|||R1|20221202|Recette|0,00|100,00|||20230115||\n";

    [Fact]
    public async Task Writes_the_object_of_the_contract_and_exits_with_1_when_something_is_blocking()
    {
        using var terminal = new TestTerminal();
        var path = terminal.Have("123456782FEC20221231.txt", Unbalanced);

        (await terminal.RunAsync("check", "fec", path, "--json", "--siren", "123 456 782")).ShouldBe(1);

        terminal.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["file", "format", "official", "controls", "summary"]);
        terminal.Json.GetProperty("format").GetRawText().ShouldBe("""{"separator":"bar","charset":"ascii","bom":false,"lineEnd":"lf"}""");
        terminal.Json.GetProperty("official").GetProperty("verdict").GetString().ShouldBe("conforming");
        var balance = terminal.Json.GetProperty("controls").EnumerateArray().First(control => control.GetProperty("severity").GetString() == "blocking");
        (balance.GetProperty("rule").GetString(), balance.GetProperty("count").GetInt32(), balance.GetProperty("amount").GetString()).ShouldBe(("FEC-02", 1, "12.50"));
        balance.GetProperty("lines").GetRawText().ShouldBe("[2,3]");
        terminal.Json.GetProperty("summary").GetRawText().ShouldBe(
            """{"lines":2,"entries":1,"journals":1,"accounts":2,"debit":"112.50","credit":"100.00","from":"2022-12-02","to":"2022-12-02"}""");
    }

    [Fact]
    public async Task Says_a_refusal_on_its_line_and_keeps_to_one_object_a_file()
    {
        using var terminal = new TestTerminal();
        var (good, bad) = (terminal.Have("123456782FEC20221231.txt", Unbalanced), terminal.Have("732829320FEC20221231.txt", ""));

        (await terminal.RunAsync("check", "fec", good, bad, "--json", "--lang", "en")).ShouldBe(1);

        terminal.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("official").GetProperty("verdict").GetString())
            .ShouldBe(["conforming", "refused"]);
        terminal.Error.ShouldContain("2 different SIRENs");
    }

    [Theory]
    [InlineData("--siren", "12")]
    [InlineData("--closing", "31/12/2022")]
    [InlineData("--previous", "/nowhere/123456782FEC20211231.txt")]
    public async Task Exits_with_2_and_one_sentence_when_it_is_asked_badly(string option, string value)
    {
        using var terminal = new TestTerminal();
        var path = terminal.Have("123456782FEC20221231.txt", Unbalanced);

        (await terminal.RunAsync("check", "fec", path, option, value)).ShouldBe(2);

        terminal.Out.ShouldBeEmpty();
        terminal.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(value);
    }

    [Fact]
    public async Task Reads_a_gzipped_file_and_refuses_a_truncated_one()
    {
        using var terminal = new TestTerminal();
        var packed = CommandRun.Gzip(Unbalanced);

        (await terminal.RunAsync("check", "fec", terminal.Have("123456782FEC20221231.txt.gz", packed), "--json")).ShouldBe(1);
        terminal.Json.GetProperty("summary").GetProperty("lines").GetInt32().ShouldBe(2);
        (await terminal.RunAsync("check", "fec", terminal.Have("123456782FEC20221231.gz", packed[..^6]), "--json")).ShouldBe(2);
        terminal.Out.ShouldBeEmpty();
    }
}
