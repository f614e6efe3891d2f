using System.Text.Json;

namespace Pupitre.Product.Tests.Commands;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class UsageTests
{
    [Theory]
    [InlineData("fr", "--zone manque : pupitre holidays --help montre comment l’écrire.", "holidays", "--year", "2026")]
    [InlineData("en", "--zone is missing: pupitre holidays --help shows how to write it.", "holidays", "--year", "2026")]
    [InlineData("fr", "LOG manque : pupitre measure --help montre comment l’écrire.", "measure", "--commitment", "c.json")]
    [InlineData("fr", "--year : « deux » ne convient pas. Année, de 1950 à 2100.", "holidays", "--zone", "metropole", "--year", "deux")]
    [InlineData("fr", "--commitment : il manque sa valeur. Fichier JSON de l’engagement : calendrier, événements, objectif, sources.", "measure", "log.csv", "--commitment")]
    [InlineData("fr", "« --rapide » est inconnu ici : pupitre --help montre les commandes et leurs options.", "holidays", "--zone", "metropole", "--year", "2026", "--rapide")]
    public async Task Bad_usage_is_one_sentence_that_says_what_to_do(string language, string sentence, params string[] args)
    {
        var run = await CommandRun.OfAsync("", ["--lang", language, .. args]);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.Trim().WithPlainSpaces().ShouldBe(sentence);
    }

    [Theory]
    [InlineData("nonsense", "La ligne n’est pas du JSON lisible, à partir du caractère 2 : écrivez un objet JSON par ligne.")]
    [InlineData("""{"id":1,"id":2}""", "La ligne n’est pas du JSON lisible : un nom y est écrit deux fois, ou un texte n’y est pas en UTF-8.")]
    public async Task A_line_that_is_no_json_is_answered_in_the_readers_words(string line, string sentence)
    {
        var run = await CommandRun.OfAsync(line, "clock", "--json", "--lang", "fr");

        run.ExitCode.ShouldBe(2);
        using var answer = JsonDocument.Parse(run.Lines.ShouldHaveSingleItem());
        answer.RootElement.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.RootElement.GetProperty("error").GetString()!.WithPlainSpaces().ShouldBe(sentence);
    }

    [Fact]
    public async Task An_id_of_several_parts_stays_on_its_line_of_the_table()
    {
        var run = await CommandRun.OfAsync("""{"id":{"case":7},"start":"2024-08-28","months":12,"renewal":"none","on":"2024-09-01"}""", "terms", "--lang", "en");

        run.ExitCode.ShouldBe(0);
        run.Lines.Length.ShouldBe(2);
        run.Lines[1].ShouldStartWith("""{"case":7}""");
    }

    [Fact]
    public async Task The_years_that_a_calendar_knows_are_those_of_its_own_zone()
    {
        var run = await CommandRun.OfAsync(
            """{"id":1,"calendar":{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","17:00"]]},"holidays":{"zone":"metropole"}},"op":"add","from":"1949-12-31T12:00","seconds":1}""",
            "clock", "--json", "--lang", "en");

        run.Output.ShouldContain("(1950 to 2100)");
    }
}
