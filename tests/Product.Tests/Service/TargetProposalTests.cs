using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Proposals;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>Targets are proposed from what happened, by the counts of the engine that would measure them.</summary>
public sealed class TargetProposalTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly Instant _monday = Instant.FromUtc(2026, 9, 7, 9, 0);

    [Fact]
    public void The_smallest_target_is_that_of_looking_at_all_of_them_whatever_is_guessed() =>
        Gen.Select(Gen.Int[0, 300].Array[1, 60], Gen.Double[0.01, 1], Gen.Int[0, 400]).Sample((lengths, share, guess) =>
        {
            var search = new TargetSearch(lengths.Length, target => lengths.Count(length => length <= target));
            var needed = Math.Max(1, (int)Math.Ceiling((share * lengths.Length) - 1e-9));
            search.Smallest(share, guess).ShouldBe(Enumerable.Range(0, 301)
                .First(target => lengths.Count(length => length <= target) >= needed));
            search.Asked.ShouldBeLessThan(40);
        });

    [Fact]
    public void What_nobody_keeps_has_no_target() =>
        new TargetSearch(10, target => target < TargetSearch.MaxTarget ? 2 : 4).Smallest(0.9, 3).ShouldBeNull();

    [Fact]
    public async Task The_form_proposes_counts_and_a_button_fills_the_field_and_saves_nothing()
    {
        // 24 questions: 18 answered in one business day, 4 in two, 2 in five.
        var (company, commitment) = await HaveAsync([.. Enumerable.Repeat(1, 18), .. Enumerable.Repeat(2, 4), 5, 5]);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{commitment}/edit");

        await browser.SendAsync("main form[method=post]", ("propose", "history"));

        browser.Text.ShouldContain("Sur les 24 cas terminés");
        browser.Text.ShouldContain("Ambitieux : 1 jour ouvré au plus, tenu 18 fois sur 24");
        browser.Text.ShouldContain("Tenable : 2 jours ouvrés au plus, tenu 22 fois sur 24");
        browser.Text.ShouldContain("Déjà dépassé : 5 jours ouvrés au plus, tenu 24 fois sur 24");
        await browser.SendAsync("main form[method=post]", ("propose", "2"));
        browser.Page.QuerySelector("[name='Input.TargetCount']")!.GetAttribute("value").ShouldBe("2");
        (await pupitre.InsideAsync(company, async services =>
            (await new ServiceBuilder(services).CommitmentAsync(ServiceBuilder.QuestionsTemplate)).Versions.Count)).ShouldBe(1);
    }

    [Fact]
    public async Task Under_twenty_cases_nothing_is_proposed()
    {
        var (company, commitment) = await HaveAsync([.. Enumerable.Repeat(1, 19)]);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{commitment}/edit");
        await browser.SendAsync("main form[method=post]", ("propose", "history"));
        browser.Text.ShouldContain("19 cas terminés dans les douze derniers mois : trop peu");
    }

    private async Task<(TestCompany Company, Guid Commitment)> HaveAsync(IReadOnlyList<int> days)
    {
        var company = await pupitre.HaveCompanyAsync();
        return (company, await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var clock = questions.Versions[0].Rule.Clock!;
            var (asked, answered) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);

            // A weekday's morning and an hour less on the last day: within so many business days at the same hour.
            var last = new[] { 0, 1, 2, 3, 4, 7 };
            await builder.ImportAsync(questions.Id, new SourceRules(SourceClass.Receipt, []), days.SelectMany((count, at) => new[]
            {
                ServiceBuilder.Event($"Q{at}", asked, _monday, (2 * at) + 2),
                ServiceBuilder.Event($"Q{at}", answered, _monday + Duration.FromDays(last[count]) - Duration.FromHours(1), (2 * at) + 3),
            }));
            return questions.Id;
        }));
    }
}
