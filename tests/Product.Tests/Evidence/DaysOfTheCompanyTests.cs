using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Days and hours are those of the company's zone, near midnight and when its clocks change.</summary>
public sealed class DaysOfTheCompanyTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    /// <summary>A certificate of 26 November that arrives around the midnight before it: today's where the company is, or tomorrow's.</summary>
    [Theory]
    [InlineData("Europe/Paris", "2026-11-25T23:30:00Z", true)]
    [InlineData("Europe/Paris", "2026-11-25T22:30:00Z", false)]
    [InlineData("Indian/Reunion", "2026-11-25T20:30:00Z", true)]
    [InlineData("America/Martinique", "2026-11-26T03:30:00Z", false)]
    [InlineData("America/Martinique", "2026-11-26T04:30:00Z", true)]
    public async Task A_day_written_in_a_paper_is_held_against_the_companys_own_day(string zone, string now, bool isToday)
    {
        pupitre.Clock.Now = InstantPattern.General.Parse(now).Value;
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Companies.Where(row => row.Id == company.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.TimeZone, zone)));
        using var browser = await OpenAsync(pupitre, company);

        await browser.DropAsync(Drop, [("dsn.pdf", Certificate(OwnSiren, month: "octobre 2026", deposited: "26/11/2026"))]);

        var file = (await pupitre.FilesAsync(company)).ShouldHaveSingleItem();
        (file.ReceiptOn, file.AttestedBy).ShouldBe(isToday ? (new DateOnly(2026, 11, 26), SourceClass.Receipt) : ((DateOnly?)null, SourceClass.Observed));
    }

    /// <summary>A skipped hour is the first moment after the gap, a repeated one its first.</summary>
    [Theory]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2025-10-26", "02:30", "2025-10-26T00:30:00Z")]
    [InlineData("2026-03-29", "03:15", "2026-03-29T01:15:00Z")]
    public async Task An_hour_typed_in_is_read_by_the_one_rule_of_local_times(string day, string hour, string expected)
    {
        pupitre.Clock.Now = TestClock.Start;
        var company = await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence/typed");

        await browser.SendAsync("form:has([name='Case.Activity'])", ("Case.Case", "T1"), ("Case.Activity", "Appel"), ("Case.On", day), ("Case.At", hour));

        var at = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<StoredEvent>().Select(row => row.At).SingleAsync());
        EvidenceTime.ToInstant(at).ShouldBe(InstantPattern.General.Parse(expected).Value);
    }
}
