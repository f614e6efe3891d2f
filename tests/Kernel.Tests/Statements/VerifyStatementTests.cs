using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Hashing;

namespace Pupitre.Kernel.Tests.Statements;

public class VerifyStatementTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void Any_statement_verifies_and_is_in_the_one_form_of_its_value() => Seeds.Sample(
        seed =>
        {
            var (_, file) = SomeStatement.Of(seed);
            var bytes = file.Write();

            var verdict = VerifyStatement.Run(bytes, file.Hash);

            verdict.Differences.ShouldBeEmpty();
            (verdict.IsValid, verdict.IsRecomputed, verdict.Hash, verdict.Erased.Length).ShouldBe((true, true, file.Hash, 0));
            CanonicalJson.Of(JsonNode.Parse(bytes)).ShouldBe(Encoding.UTF8.GetString(bytes));
        },
        iter: 300);

    [Fact]
    public void Any_change_of_any_field_is_caught_by_its_hash() => Gen.Select(Seeds, Seeds).Sample(
        (seed, chosen) =>
        {
            var (_, file) = SomeStatement.Of(seed);
            var changed = Change(file, chosen, out var pointer);

            Caught(() => VerifyStatement.Run((file with { Hashed = changed }).Write())).ShouldBeTrue(pointer);
        },
        iter: 400);

    [Fact]
    public void Any_change_of_any_field_of_a_file_that_was_hashed_again_is_caught_by_the_hash_that_was_told() =>
        Gen.Select(Seeds, Seeds).Sample(
        (seed, chosen) =>
        {
            var (_, file) = SomeStatement.Of(seed);
            var changed = Change(file, chosen, out var pointer);

            Caught(() => VerifyStatement.Run(HashedAgain(file, changed).Write(), file.Hash)).ShouldBeTrue(pointer);
        },
        iter: 400);

    [Fact]
    public void Any_change_of_a_result_is_caught_by_recomputation_even_when_the_file_was_hashed_again() => Gen.Select(Seeds, Seeds).Sample(
        (seed, chosen) =>
        {
            var (_, file) = SomeStatement.Of(seed);
            var changed = Change(
                file, chosen, out var pointer, path =>
                    path.Contains("/result/", StringComparison.Ordinal) || path.Contains("/totals/", StringComparison.Ordinal));

            var verdict = VerifyStatement.Run(HashedAgain(file, changed).Write());

            verdict.IsRecomputed.ShouldBeFalse(pointer);
            verdict.Differences[0].Field.ShouldBe("/statement" + pointer);
        },
        iter: 400);

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_was_cut() => Gen.Select(Seeds, Gen.Double[0, 1]).Sample(
        (seed, at) =>
        {
            var bytes = SomeStatement.Of(seed).File.Write();

            Should.Throw<Refused>(() => VerifyStatement.Run(bytes.AsMemory(0, (int)(at * (bytes.Length - 1)))));
        },
        iter: 200);

    [Fact]
    public void A_digit_that_was_changed_is_caught_wherever_it_stands() => Gen.Select(Seeds, Seeds).Sample(
        (seed, chosen) =>
        {
            var bytes = SomeStatement.Of(seed).File.Write();
            var digits = Enumerable.Range(0, bytes.Length).Where(at => bytes[at] is >= (byte)'0' and <= (byte)'9').ToList();
            var place = digits[chosen % digits.Count];
            bytes[place] = (byte)('0' + ((bytes[place] - '0' + 1) % 10));

            Caught(() => VerifyStatement.Run(bytes)).ShouldBeTrue();
        },
        iter: 300);

    [Fact]
    public void Members_out_of_their_order_and_white_space_are_named_though_the_file_was_hashed_again()
    {
        var (_, file) = SomeStatement.Of(7);
        var text = Encoding.UTF8.GetString(file.Hashed.Span);
        var asOf = text[text.IndexOf("\"asOf\":", StringComparison.Ordinal)..text.IndexOf(",\"calendars\"", StringComparison.Ordinal)];

        var reordered = Encoding.UTF8.GetBytes(text.Replace(asOf + ",", "", StringComparison.Ordinal).TrimEnd('}') + "," + asOf + "}");
        var spaced = Encoding.UTF8.GetBytes(
            text.Replace(asOf, asOf.Replace("\"asOf\":", "\"asOf\": ", StringComparison.Ordinal), StringComparison.Ordinal));

        var verdict = VerifyStatement.Run(HashedAgain(file, reordered).Write());
        verdict.Differences.ShouldContain(difference => difference.Kind == DifferenceKind.Form && difference.Field == "/statement/asOf");
        VerifyStatement.Run(HashedAgain(file, spaced).Write()).Differences.ShouldContain(
            difference => difference.Kind == DifferenceKind.Form);
    }

    [Fact]
    public void A_newer_version_is_refused_and_says_what_to_do()
    {
        var (statement, file) = SomeStatement.Of(3);
        var newer = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(file.Hashed.Span).Replace($"\"schema\":{statement.WrittenSchema}", "\"schema\":3",
                StringComparison.Ordinal));

        Should.Throw<Refused>(() => VerifyStatement.Run(HashedAgain(file, newer).Write())).Message.ShouldContain("3");
    }

    [Fact]
    public void Without_credits_it_is_written_as_before_there_were_any() => Seeds.Sample(
        seed =>
        {
            var (statement, file) = SomeStatement.Of(seed);
            var text = Encoding.UTF8.GetString(file.Hashed.Span);

            (statement.Credits is null).ShouldBe(text.EndsWith("\"schema\":1}", StringComparison.Ordinal));
            text.Contains("\"observed\":", StringComparison.Ordinal).ShouldBe(statement.Credits is not null);
        },
        iter: 100);

    [Fact]
    public void The_one_before_is_known_by_its_hash()
    {
        var (_, first) = SomeStatement.Of(11);
        var (_, other) = SomeStatement.Of(12);
        var (_, second) = SomeStatement.Of(13, previous: first.Hash);

        VerifyStatement.Run(second.Write(), previous: first.Write()).Differences.ShouldNotContain(
            difference => difference.Kind == DifferenceKind.Previous);
        VerifyStatement.Run(second.Write(), previous: other.Write()).Differences.ShouldContain(
            new StatementDifference(DifferenceKind.Previous, "/statement/previous", first.Hash, other.Hash));
    }

    [Fact]
    public void An_obligation_that_stood_in_a_base_does_not_stand_in_the_next()
    {
        var statement = SomeStatement.Of(21, cases: 5).Statement with { Corrects = null };
        var first = StatementFile.Of(statement, new ClearTexts());
        var twice = StatementFile.Of(statement with { Previous = first.Hash }, new ClearTexts());

        VerifyStatement.Run(twice.Write(), previous: first.Write()).Differences.ShouldContain(
            difference => difference.Kind == DifferenceKind.CountedOnce);
    }

    [Fact]
    public void Erased_texts_are_said_and_change_nothing_but_a_text_that_was_changed_is_caught()
    {
        var (statement, file) = SomeStatement.Of(5, cases: 3);
        var title = statement.Contract.Title;
        var without = file with { Clear = file.Clear.Where(pair => pair.Key != title).ToDictionary() };
        var texts = file.Clear.ToDictionary(
            pair => pair.Key, pair => pair.Key == title ? pair.Value with { Text = "Autre titre" } : pair.Value);
        var otherwise = file with { Clear = texts };

        var verdict = VerifyStatement.Run(without.Write(), file.Hash);
        verdict.IsValid.ShouldBeTrue();
        verdict.Erased.ShouldBe(["/statement/contract/title"]);
        VerifyStatement.Run(otherwise.Write()).Differences.ShouldHaveSingleItem().Field.ShouldBe("/clear/" + title);
    }

    [Fact]
    public void What_is_no_statement_is_refused()
    {
        foreach (var text in new[] { "", "[]", "{}", "12", """{"hash":"a","statement":{}}""",
            """{"clear":{},"hash":"a","statement":{"schema":1},"more":1}""" })
        {
            Should.Throw<Refused>(() => VerifyStatement.Run(Encoding.UTF8.GetBytes(text)), text);
        }
    }

    private static StatementFile HashedAgain(StatementFile file, byte[] hashed) =>
        file with { Hashed = hashed, Hash = Sha256Hex.Of(hashed) };

    private static bool Caught(Func<StatementVerdict> verify)
    {
        try
        {
            return !verify().IsValid;
        }
        catch (Refused)
        {
            return true;
        }
    }

    /// <summary>Changes one field, and writes the rest as it was.</summary>
    private static byte[] Change(StatementFile file, int chosen, out string pointer, Func<string, bool>? isWanted = null)
    {
        var root = JsonNode.Parse(file.Hashed.Span)!;
        var leaves = new List<(string Path, JsonNode Node)>();
        Collect(root, "", leaves);
        var wanted = leaves.Where(leaf => isWanted?.Invoke(leaf.Path) ?? true).ToList();
        (pointer, var node) = wanted[chosen % wanted.Count];
        var value = node.AsValue();
        JsonNode other = value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => JsonValue.Create(Otherwise(value.GetValue<string>())),
            System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + 1),
            _ => JsonValue.Create(!value.GetValue<bool>()),
        };
        value.ReplaceWith(other);
        return Encoding.UTF8.GetBytes(CanonicalJson.Of(root));
    }

    private static string Otherwise(string text) => text.Length == 0 ? "x" : text[..^1] + (text[^1] == '1' ? '2' : '1');

    private static void Collect(JsonNode? node, string path, List<(string Path, JsonNode Node)> leaves)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Collect(value, path + "/" + name, leaves);
                }

                break;
            case JsonArray items:
                for (var at = 0; at < items.Count; at++)
                {
                    Collect(items[at], path + "/" + at, leaves);
                }

                break;
            case { } leaf:
                leaves.Add((path, leaf));
                break;
        }
    }
}
