using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

public sealed class EvidenceEventsTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly SourceRules _rules = new(SourceClass.Company, [new SourceRule(EventPattern.Of("transition", "Wait - User"), SourceClass.Provider)]);
    private static readonly Instant _start = Instant.FromUtc(2026, 1, 5, 8, 0);

    [Fact]
    public async Task An_event_seen_again_gains_an_attestation_and_adds_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();

        var (first, second, cases) = await pupitre.InsideAsync(company, async services =>
        {
            var source = await OpenAsync(services);
            var first = await ImportAsync(services, source, Event("F1", "Reçue", 1), Event("F1", "Saisie", 2));
            var second = await ImportAsync(services, source, Event("F1", "Saisie", 1), Event("F2", "Reçue", 2));
            return (first.Counts, second.Counts, await services.GetRequiredService<ReadCases>().RunAsync(source.Id, [], CancellationToken.None));
        });

        first.ShouldBe(new ImportCounts { CasesAdded = 1, EventsAdded = 2 });
        second.ShouldBe(new ImportCounts { CasesAdded = 1, EventsAdded = 1, SeenAgain = 1 });
        cases.EventCount.ShouldBe(3);
        cases.CaseNames.ShouldBe(["F1", "F2"]);
    }

    [Fact]
    public async Task Exact_twins_inside_one_file_are_as_many_events_and_the_same_in_the_next_file()
    {
        var company = await pupitre.HaveCompanyAsync();

        var counts = await pupitre.InsideAsync(company, async services =>
        {
            var source = await OpenAsync(services);
            await ImportAsync(services, source, Event("F1", "Relance", 1), Event("F1", "Relance", 2));
            return (await ImportAsync(services, source, Event("F1", "Relance", 1), Event("F1", "Relance", 2), Event("F1", "Relance", 3))).Counts;
        });

        counts.ShouldBe(new ImportCounts { CasesAdded = 0, EventsAdded = 1, SeenAgain = 2 });
    }

    [Fact]
    public async Task An_event_counts_while_one_import_that_holds_it_is_not_withdrawn()
    {
        var company = await pupitre.HaveCompanyAsync();

        var seen = await pupitre.InsideAsync(company, async services =>
        {
            var source = await OpenAsync(services);
            var read = services.GetRequiredService<ReadCases>();
            var first = await ImportAsync(services, source, Event("F1", "Reçue", 1), Event("F1", "Saisie", 2));
            var second = await ImportAsync(services, source, Event("F1", "Saisie", 1));
            var all = (await read.RunAsync(source.Id, [], CancellationToken.None)).EventCount;
            await WithdrawAsync(services, first);
            var one = (await read.RunAsync(source.Id, [], CancellationToken.None)).EventCount;
            await WithdrawAsync(services, second);
            var none = (await read.RunAsync(source.Id, [], CancellationToken.None)).EventCount;
            var again = await ImportAsync(services, source, Event("F1", "Reçue", 1), Event("F1", "Saisie", 2));
            return (all, one, none, again.Counts);
        });

        seen.ShouldBe((2, 1, 0, new ImportCounts { CasesAdded = 1, EventsAdded = 2 }));
    }

    [Fact]
    public async Task An_event_takes_the_strongest_of_its_live_attestations()
    {
        var company = await pupitre.HaveCompanyAsync();
        var rules = new SourceRules(SourceClass.Provider, [new SourceRule(EventPattern.Of("Auteur", "nous"), SourceClass.Company)]);

        var classes = await pupitre.InsideAsync(company, async services =>
        {
            var source = await OpenAsync(services, rules);
            var read = services.GetRequiredService<ReadCases>();
            await ImportAsync(services, source, Event("F1", "Saisie", 1, attribute: ("Auteur", "cabinet")));
            var before = (await read.RunAsync(source.Id, [], CancellationToken.None)).EventsOf(0)[0].AttestedBy;
            await ImportAsync(services, source, Event("F1", "Saisie", 1, attribute: ("Auteur", "nous")));
            var cases = await read.RunAsync(source.Id, [], CancellationToken.None);
            var page = await read.OneAsync(cases.CaseKeys[0], CancellationToken.None);
            return (before, cases.EventsOf(0)[0].AttestedBy, page.Events.Single().Event.Source, page.Events.Single().Attestations.Count);
        });

        classes.ShouldBe((SourceClass.Provider, SourceClass.Company, SourceClass.Company, 2));
    }

    [Fact]
    public async Task Half_a_million_events_are_written_and_read_within_the_limits()
    {
        var scale = int.TryParse(Environment.GetEnvironmentVariable("PUPITRE_TEST_EVENTS"), out var events) ? events : 40_000;
        var company = await pupitre.HaveCompanyAsync();

        await pupitre.InsideAsync(company, async services =>
        {
            var source = await OpenAsync(services);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await ImportAsync(services, source, Many(scale));
            var perSecond = scale / watch.Elapsed.TotalSeconds;
            watch.Restart();
            var cases = await services.GetRequiredService<ReadCases>().RunAsync(source.Id, [], CancellationToken.None);
            TestContext.Current.SendDiagnosticMessage("{0:N0} events/s written, {1:N0} read in {2} ms", perSecond, cases.EventCount, watch.ElapsedMilliseconds);
            Console.WriteLine($"{perSecond:N0} events/s written, {cases.EventCount:N0} read in {watch.ElapsedMilliseconds} ms");
            cases.EventCount.ShouldBe(scale);
            perSecond.ShouldBeGreaterThan(5_000);
            return 0;
        });
    }

    [Theory]
    [InlineData("update evidence_events set line = 9")]
    [InlineData("delete from evidence_events")]
    [InlineData("delete from evidence_cases")]
    [InlineData("update evidence_words set text = 'x'")]
    public async Task The_database_refuses_to_rewrite_evidence(string sql)
    {
        var company = await pupitre.HaveCompanyAsync();

        await Should.ThrowAsync<System.Data.Common.DbException>(() => pupitre.InsideAsync(company, async services =>
        {
            await ImportAsync(services, await OpenAsync(services), Event("F1", "Reçue", 1));
            return await services.GetRequiredService<Db>().Database.ExecuteSqlRawAsync(sql);
        }));
    }

    private static async Task<EvidenceSource> OpenAsync(IServiceProvider services, SourceRules? rules = null) =>
        await services.GetRequiredService<CreateSource>().RunAsync("Tickets", SourceOrigin.Table, null, null, rules ?? _rules, CancellationToken.None);

    private static async Task<Import> ImportAsync(IServiceProvider services, EvidenceSource source, params IEnumerable<IncomingEvent> events)
    {
        var db = services.GetRequiredService<Db>();
        var import = Import.Start(source, "00", "fichier.csv", 1, takesGoodRowsOnly: true, _start, null);
        db.Add(import);
        await db.SaveChangesAsync();
        await using (await services.GetRequiredService<SourceWriting>().EnterAsync(db, source.Number, CancellationToken.None))
        {
            using var write = new WriteEvents(db, source.Number, import);
            await write.OpenAsync(CancellationToken.None);
            foreach (var item in events)
            {
                if (write.Add(item))
                {
                    await write.FlushAsync(CancellationToken.None);
                }
            }

            await write.FlushAsync(CancellationToken.None);
            import.Finish(write.Counts, write.KnownUntil(DateTimeZone.Utc, Instant.MaxValue), write.Digest(), _start);
        }

        await db.SaveChangesAsync();
        return import;
    }

    private static async Task WithdrawAsync(IServiceProvider services, Import import)
    {
        import.Withdraw(null, _start, null);
        await services.GetRequiredService<Db>().SaveChangesAsync();
    }

    private static IncomingEvent Event(string caseName, string activity, int line, (string Name, string Value)? attribute = null)
    {
        var item = new IncomingEvent { Case = caseName, Activity = activity, At = EvidenceTime.Of(_start), Line = line };
        if (attribute is { } given)
        {
            item.Attributes.Add(new(given.Name, given.Value));
        }

        return item;
    }

    private static IEnumerable<IncomingEvent> Many(int count)
    {
        var item = new IncomingEvent();
        for (var at = 0; at < count; at++)
        {
            item.Case = "A" + (at / 4);
            item.Activity = "Étape " + (at % 11);
            item.Transition = "complete";
            item.Resource = "r" + (at % 150);
            item.At = EvidenceTime.Of(_start) + (at * 1_000_000L);
            item.Line = at;
            item.Attributes.Clear();
            item.Attributes.Add(new("amount", (at % 700).ToString()));
            item.Attributes.Add(new("article", (at % 60).ToString()));
            yield return item;
        }
    }
}
