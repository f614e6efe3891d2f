using System.Text;
using System.Text.Json.Nodes;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Hashing;
using Pupitre.Kernel.Tests.Statements;

namespace Pupitre.Product.Tests.Commands;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class VerifyTests
{
    private static readonly StatementFile _file = SomeStatement.Of(5, cases: 4).File;

    [Fact]
    public async Task Writes_the_object_of_the_contract_and_exits_with_0_when_everything_agrees()
    {
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("verify", terminal.Have("mai.json", _file.Write()), "--hash", _file.Hash, "--json"))
            .ShouldBe(0, terminal.Error);

        terminal.Out.Trim().ShouldBe($$"""{"valid":true,"hash":"{{_file.Hash}}","recomputed":true,"differences":[]}""");
        terminal.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Exits_with_1_and_names_the_first_field_that_differs()
    {
        using var terminal = new TestTerminal();
        var root = JsonNode.Parse(_file.Hashed.Span)!;
        var totals = root["commitments"]![0]!["totals"]!;
        totals["kept"] = totals["kept"]!.GetValue<int>() + 1;
        var hashed = Encoding.UTF8.GetBytes(CanonicalJson.Of(root));
        var path = terminal.Have("mai.json", (_file with { Hashed = hashed, Hash = Sha256Hex.Of(hashed) }).Write());

        (await terminal.RunAsync("verify", path, "--json")).ShouldBe(1);
        terminal.Json.GetProperty("valid").GetBoolean().ShouldBeFalse();
        terminal.Json.GetProperty("recomputed").GetBoolean().ShouldBeFalse();
        terminal.Json.GetProperty("differences")[0].GetProperty("field").GetString().ShouldBe("/statement/commitments/0/totals/kept");

        (await terminal.RunAsync("verify", path, "--lang", "en")).ShouldBe(1);
        terminal.Out.ShouldContain("/statement/commitments/0/totals/kept");
        terminal.Out.ShouldContain("recomputed otherwise");
    }

    [Fact]
    public async Task Says_what_was_erased_and_still_agrees()
    {
        using var terminal = new TestTerminal();
        var path = terminal.Have("mai.json", (_file with { Clear = new Dictionary<string, ClearText>() }).Write());

        (await terminal.RunAsync("verify", path, "--json")).ShouldBe(0);

        terminal.Json.GetProperty("erased").EnumerateArray().Select(field => field.GetString()).ShouldContain("/statement/contract/title");
        terminal.Error.ShouldContain("effacés");
    }

    [Fact]
    public async Task Is_not_deceived_by_another_file_before_it()
    {
        using var terminal = new TestTerminal();
        var (first, other) = (SomeStatement.Of(30).File, SomeStatement.Of(31).File);
        var path = terminal.Have("juin.json", SomeStatement.Of(32, previous: first.Hash).File.Write());

        (await terminal.RunAsync("verify", path, "--previous", terminal.Have("avril.json", other.Write()), "--json")).ShouldBe(1);

        terminal.Json.GetProperty("differences").EnumerateArray().Select(found => found.GetProperty("field").GetString())
            .ShouldContain("/statement/previous");
    }

    [Theory]
    [InlineData("--hash", "12")]
    [InlineData("--previous", "/nowhere/avril.json")]
    public async Task Exits_with_2_and_one_sentence_when_it_is_asked_badly(string option, string value)
    {
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("verify", terminal.Have("mai.json", _file.Write()), option, value)).ShouldBe(2);

        terminal.Out.ShouldBeEmpty();
        terminal.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(value);
    }

    [Theory]
    [InlineData(0.5, null)]
    [InlineData(1, "\"schema\":1")]
    public async Task Exits_with_2_for_a_file_that_is_cut_off_or_comes_from_a_newer_program(double share, string? schema)
    {
        using var terminal = new TestTerminal();
        var text = Encoding.UTF8.GetString(_file.Write());
        text = schema is null ? text : text.Replace(schema, "\"schema\":3", StringComparison.Ordinal);

        (await terminal.RunAsync("verify", terminal.Have("mai.json", text[..(int)(share * text.Length)]), "--json")).ShouldBe(2);

        terminal.Out.ShouldBeEmpty();
        terminal.Error.Trim().Split('\n').ShouldHaveSingleItem();
    }
}
