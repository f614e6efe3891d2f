using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Why something is proposed, and stands, on a due date: in the language of whoever reads it.</summary>
public sealed class ReasonTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string French = "mois indiqué : septembre 2026";
    private const string English = "month given: September 2026";

    [Theory]
    [InlineData("fr", French, "en", English)]
    [InlineData("en", English, "fr", French)]
    public async Task A_reason_is_read_in_the_readers_language_whoever_dropped_the_file(string dropped, string here, string read, string there)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company, dropped);
        await browser.DropAsync(Drop, [("mail.eml", Mail("Bulletins de paie de septembre 2026", "Mon, 12 Oct 2026 10:00:05 +0200"))]);
        browser.Text.WithPlainSpaces().ShouldContain(here);
        using var reader = pupitre.Browser(read);
        await reader.SignInAsync(company);

        await reader.OpenAsync($"/{company.Slug}/evidence");
        reader.Text.WithPlainSpaces().ShouldContain(there);
        reader.Text.WithPlainSpaces().ShouldNotContain(here);

        await reader.SendAsync("form[action$='proposals/acceptance']");
        var proof = (await pupitre.LiveProofsAsync(company))[0];
        (await reader.OpenAsync($"/{company.Slug}/due-dates/{proof.CommitmentId}/{proof.OccurrenceKey}")).Text.WithPlainSpaces().ShouldContain(there);
        (await browser.OpenAsync($"/{company.Slug}/due-dates/{proof.CommitmentId}/{proof.OccurrenceKey}")).Text.WithPlainSpaces().ShouldContain(here);
    }

    [Fact]
    public async Task What_was_kept_as_a_sentence_stays_readable_and_moves_as_it_is()
    {
        const string Sentence = "expéditeur paie@talmont.example ; mois lu : août 2022";
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company, "en");
        await browser.DropAsync(Drop, [("mail.eml", Mail("Bulletins de paie de septembre 2026", "Mon, 12 Oct 2026 10:00:05 +0200"))]);
        await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Database.ExecuteSqlAsync($"update cell_proposals set reason = {Sentence}"));

        (await browser.OpenAsync($"/{company.Slug}/evidence")).Text.ShouldContain(Sentence);
        await browser.SendAsync("form[action$='proposals/acceptance']");

        var kept = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Database.SqlQuery<string>($"select reason as \"Value\" from occurrence_proofs").ToListAsync());
        kept.ShouldContain(Sentence);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('é')]
    [InlineData('\u0001')]
    public void A_reason_of_long_parts_is_cut_to_what_is_kept_and_stays_data(char sign)
    {
        var reason = ProofReason.Of(ReasonKind.Mail, "a@b.example", new string(sign, 300), string.Concat(Enumerable.Repeat("😀", 200))) with { IsRemembered = true, Month = new DateOnly(2026, 9, 1) };

        var json = reason.ToJson();

        json.Length.ShouldBeLessThanOrEqualTo(OccurrenceProof.MaxReasonLength);
        var read = ProofReason.FromJson(json);
        (read.Kind, read.IsRemembered, read.Month, read.Parts[0]).ShouldBe((ReasonKind.Mail, true, new DateOnly(2026, 9, 1), "a@b.example"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"Kind\":\"Nothing\"}")]
    [InlineData("{\"Kind\":\"Mail\",\"Parts\":null}")]
    [InlineData("{\"Kind\":99}")]
    public void What_is_no_reason_of_this_program_is_shown_as_it_stands(string kept) => ProofReason.FromJson(kept).ToString().ShouldBe(kept);
}
