using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Evidence.Files;
using Pupitre.Gathering.Exports;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Product.Tests.Service;
using Pupitre.Sourcing.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>A mailbox on a real server is read: what is the company's evidence is taken once, and the rest is left unopened.</summary>
public sealed class MailboxTests(RunningPupitre pupitre, DovecotServer server) : IClassFixture<RunningPupitre>, IClassFixture<DovecotServer>
{
    private const string Broken = $"From: {MailboxWorld.Provider}\r\nMessage-ID: <casse@x>\r\nSubject: =?utf-8?B?Q2Fzc8Op?=\r\n"
        + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n!!!pas du base64";

    private const string Stranger = "quelquun@ailleurs.example";

    private static readonly string _secret = DovecotServer.Password;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_known_parties_send_is_taken_and_the_rest_is_counted_and_stays()
    {
        var world = await HaveAsync();
        var paper = MailboxWorld.Message(MailboxWorld.Provider, "Bulletins de mai");
        paper.Headers.Insert(0, HeaderId.Received, "from a by mx.exemple.fr; Tue, 12 May 2026 10:00:00 +0200");
        paper.Body = new Multipart("mixed") { new TextPart("plain") { Text = "Ci-joint" },
            Attachment("bulletin.txt", "Bulletin de paie de mai 2026") };
        await server.DeliverAsync(world.User,
        [
            paper, MailboxWorld.Message(Stranger, "Offre"), MailboxWorld.Message(MailboxWorld.Provider, "Personnel : déjeuner"),
            MailboxWorld.Message("moi@exemple.fr", "Relevé", "Voici", MailboxWorld.Provider),
        ]);

        (await world.LookAsync(Token)).ShouldBe(2);
        (await world.LookAsync(Token)).ShouldBe(0);

        var messages = await world.MessagesAsync();
        messages.Select(row => row.Left).ShouldBe([null, null, LeftReason.Unknown, LeftReason.Personal], ignoreOrder: true);
        messages.Where(row => row.Left is not null).ShouldAllBe(row => row.Sender == null && row.Subject == null && row.FileId == null);
        var files = await world.FilesAsync();
        files.Select(row => row.Name).ShouldBe(["Bulletins de mai.eml", "bulletin.txt", "Relevé.eml"], ignoreOrder: true);
        (await ContentAsync(world, files.Single(row => row.Name == "Bulletins de mai.eml")))
            .ShouldContain("Received: from a by mx.exemple.fr");
        using var left = await server.OpenAsync(world.User);
        (await left.Inbox.OpenAsync(MailKit.FolderAccess.ReadOnly, Token)).ShouldBe(MailKit.FolderAccess.ReadOnly);
        (await left.Inbox.SearchAsync(MailKit.Search.SearchQuery.NotSeen, Token)).Count.ShouldBe(4, "Nothing is marked or removed.");
        await SaysAsync(world);
    }

    [Fact]
    public async Task A_folder_whose_numbers_change_gives_nothing_twice()
    {
        var world = await HaveAsync("Preuves");
        var sent = Enumerable.Range(1, 3).Select(number => MailboxWorld.Message(MailboxWorld.Provider, $"Envoi {number}")).ToList();
        await server.DeliverAsync(world.User, sent, "Preuves");
        (await world.LookAsync(Token)).ShouldBe(3);
        var before = (await world.ReadingAsync()).UidValidity;

        await server.RenumberAsync(world.User, "Preuves", [.. sent, MailboxWorld.Message(MailboxWorld.Provider, "Envoi 4")]);

        (await world.LookAsync(Token)).ShouldBe(1);
        (await world.ReadingAsync()).UidValidity.ShouldNotBe(before);
        (await world.FilesAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Cut_off_in_the_middle_and_read_by_two_at_once_each_message_is_taken_once()
    {
        var world = await HaveAsync();
        await server.DeliverAsync(world.User, Enumerable.Range(1, 40)
            .Select(number => MailboxWorld.Message(MailboxWorld.Provider, $"Envoi {number}")));
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = world.LookAsync(cut.Token);
        await Until.TrueAsync(async () => (await world.FilesAsync()).Count > 2 || first.IsCompleted, "Nothing is taken.");
        await cut.CancelAsync();
        await first.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.LookAsync(Token)));
        await world.LookAsync(Token);

        (await world.MessagesAsync()).Count.ShouldBe(40);
        (await world.FilesAsync()).Select(row => row.Subject).Distinct().Count().ShouldBe(40);
        (await world.FilesAsync()).Count.ShouldBe(40);
    }

    [Fact]
    public async Task What_arrives_while_it_waits_is_taken_at_once()
    {
        var world = await HaveAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var watching = world.RunAsync(stays: true, stop.Token);
        await Until.TrueAsync(async () => (await world.ReadingAsync()).LookedAt is not null, "It is never looked into.");

        await server.DeliverAsync(world.User, [MailboxWorld.Message(MailboxWorld.Provider, "Arrivé depuis")]);

        await Until.TrueAsync(async () => (await world.MessagesAsync()).Count == 1, "Nobody heard that something arrived.");
        await stop.CancelAsync();
        await watching.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        (await world.ReadingAsync()).HeldBy.ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_disappears_is_left_alone_longer_and_longer_and_an_owner_is_told()
    {
        var world = await HaveAsync();
        await server.StopAsync();
        try
        {
            (await world.LookAsync(Token)).ShouldBe(0);
            (await world.LookAsync(Token)).ShouldBe(0);
            var reading = await world.ReadingAsync();
            (reading.Failures, reading.HeldBy).ShouldBe((2, null));
            (reading.NextLookAt - pupitre.Clock.Now).ShouldBe(Duration.FromMinutes(2));
            (await TodayAsync(world)).ShouldNotContain(line => line.Path.Contains("mailboxes", StringComparison.Ordinal));
            pupitre.Clock.Now += Duration.FromHours(2);
            (await TodayAsync(world)).ShouldContain(line => line.Path == $"evidence/mailboxes/{world.Id}"
                && line.Text.Contains(world.Address, StringComparison.Ordinal));
            using var owner = await pupitre.Browser().SignInAsync(world.Company);
            (await owner.OpenAsync($"/{world.Company.Slug}/evidence/mailboxes/{world.Id}"))
                .Text.ShouldContain($"ne répond pas sur le port {server.Port}");
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
            await server.StartAsync();
        }

        await server.DeliverAsync(world.User, [MailboxWorld.Message(MailboxWorld.Provider, "De retour")]);
        (await world.LookAsync(Token)).ShouldBe(1);
        (await world.ReadingAsync()).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Broken_and_enormous_messages_stop_nothing()
    {
        var world = await HaveAsync();
        await server.DeliverAsync(world.User, [MailboxWorld.Message(MailboxWorld.Provider, "Avant")]);
        server.Plant(world.User, Encoding.UTF8.GetBytes(Broken), sizeBytes: null);
        server.Plant(world.User, Encoding.UTF8.GetBytes(Nested(400)), sizeBytes: null);
        server.Plant(world.User,
            Encoding.UTF8.GetBytes($"From: {MailboxWorld.Provider}\r\nMessage-ID: <grand@x>\r\nSubject: Grand\r\n\r\n"),
                sizeBytes: 200L << 20);
        await server.DeliverAsync(world.User, [MailboxWorld.Message(MailboxWorld.Provider, "Après")]);

        (await world.LookAsync(Token)).ShouldBe(4);

        var messages = await world.MessagesAsync();
        messages.Where(row => row.Left is not null).ShouldHaveSingleItem().Left.ShouldBe(LeftReason.TooLarge);
        messages.Single(row => row.Left is not null).SizeBytes.ShouldBeGreaterThanOrEqualTo(200L << 20);
        messages.Where(row => row.Left is null).Select(row => row.Subject)
            .ShouldBe(["Avant", "Cassé", "Profond", "Après"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_owner_enters_tries_pauses_and_removes_it_and_sees_no_password()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        var list = $"/{world.Company.Slug}/evidence/mailboxes";
        await owner.OpenAsync(list + "/new");
        await owner.SendAsync("main form[method=post]",
            ("Input.Address", "x@exemple.fr"), ("Input.Host", "127.0.0.1"), ("Input.Port", $"{server.Port}"), ("Input.User", "faux"),
            ("Input.Password", "mauvais"), ("Input.Reason", "Dédiée"));
        owner.Text.ShouldContain("Cochez la déclaration");
        await owner.OpenAsync($"{list}/{world.Id}");
        await owner.SendAsync("form[action$='/trial']");
        owner.Text.ShouldContain("Tout fonctionne");
        await owner.OpenAsync($"{list}/{world.Id}/edit");
        owner.Page.Source.Text.ShouldNotContain(_secret);
        await owner.SendAsync("main form[method=post]", ("Input.Password", "mauvais"));
        await owner.SendAsync("form[action$='/trial']");
        owner.Text.ShouldContain("refuse l’utilisateur");
        await owner.OpenAsync($"{list}/{world.Id}/edit");
        await owner.SendAsync("main form[method=post]", ("Input.Folder", "Absent"), ("Input.Password", _secret));
        await owner.SendAsync("form[action$='/trial']");
        owner.Text.ShouldContain("Le dossier Absent n’existe pas");

        await owner.SendAsync("form[action$='/pause']");
        owner.Text.ShouldContain("Lecture suspendue");
        (await world.LookAsync(Token)).ShouldBe(0);
        await owner.SendAsync("form[action$='/resumption']");
        await owner.SendAsync("form[action$='/removal']");
        owner.Text.ShouldNotContain(world.Address);
        (await world.InsideAsync(services => services.GetRequiredService<Db>().Set<Mailbox>().SingleAsync(row => row.Id == world.Id)))
            .Secret.ShouldBeNull();
    }

    [Fact]
    public async Task A_rule_says_whose_a_portals_messages_are()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/evidence/mailboxes/rules");
        var provider = owner.Page.QuerySelector("select[name='Input.ProviderId'] option:not([value=''])")!.GetAttribute("value")!;
        await owner.SendAsync("form:has(input[value='mail-rule'])", ("Input.Sender", "portail.example"), ("Input.Words", "bulletins"),
            ("Input.ProviderId", provider));
        owner.Text.ShouldContain("portail.example");
        await server.DeliverAsync(world.User,
        [
            MailboxWorld.Message("ne-pas-repondre@portail.example", "Vos bulletins de novembre 2026"),
                MailboxWorld.Message("ne-pas-repondre@portail.example", "Nouveautés"),
        ]);

        (await world.LookAsync(Token)).ShouldBe(1);

        (await world.MessagesAsync()).Single(row => row.Left is null).RuleId.ShouldNotBeNull();
        await owner.OpenAsync($"/{world.Company.Slug}/evidence/mailboxes/rules");
        await owner.SendAsync("form[action$='/removal']");
        owner.Text.ShouldContain("Aucune règle");
    }

    private async Task<MailboxWorld> HaveAsync(string folder = "INBOX")
    {
        DovecotServer.Need();
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            await new ServiceBuilder(services).HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.PayslipsTemplate);
            return true;
        });
        return await new MailboxWorld(pupitre, server, company).EnterAsync(folder);
    }

    private async Task SaysAsync(MailboxWorld world)
    {
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/evidence/mailboxes");
        owner.Text.ShouldContain("2 messages pris comme preuves, 2 laissés");
        await owner.OpenAsync($"/{world.Company.Slug}/evidence/mailboxes/{world.Id}?q=bulletins");
        owner.Text.ShouldContain("Bulletins de mai");
        owner.Text.ShouldNotContain("Relevé");
        owner.Text.ShouldNotContain("déjeuner");
        await owner.OpenAsync($"/{world.Company.Slug}/evidence/mailboxes/{world.Id}?q=RELEVÉ");
        owner.Text.ShouldContain("Relevé");
        using var lines = new MemoryStream();
        await world.InsideAsync(services => services.GetServices<ExportSection>().Single(section => section.Name == "mailboxes")
            .WriteAsync(lines, Token));
        Encoding.UTF8.GetString(lines.ToArray()).ShouldContain(world.Address);
        Encoding.UTF8.GetString(lines.ToArray()).ShouldNotContain("secret", Case.Insensitive);
        (await world.InsideAsync(services => services.GetRequiredService<Db>().Set<Mailbox>().SingleAsync()))
            .Secret!.ShouldNotContain(_secret);
    }

    private static Task<IReadOnlyList<TodayLine>> TodayAsync(MailboxWorld world) => world.InsideAsync(async services =>
        (IReadOnlyList<TodayLine>)[.. (await services.GetRequiredService<ReadToday>().RunAsync(Token)).SelectMany(group => group.Lines)]);

    private static Task<string> ContentAsync(MailboxWorld world, EvidenceFile file) => world.InsideAsync(async services =>
    {
        await using var content = await services.GetRequiredService<FileStore>().OpenAsync(file.Hash, Token);
        return await new StreamReader(content).ReadToEndAsync(Token);
    });

    private static MimePart Attachment(string name, string text) => new("text", "plain")
    {
        FileName = name,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(text))),
    };

    private static string Nested(int depth) => $"From: {MailboxWorld.Provider}\r\nMessage-ID: <profond@x>\r\nSubject: Profond\r\n"
        + string.Concat(Enumerable.Range(0, depth)
            .Select(level => $"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n")) + "\r\nfin\r\n";
}
