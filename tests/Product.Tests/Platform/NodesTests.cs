using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using Pupitre.App;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Several nodes over one PostgreSQL database; on SQLite, what holds there too.</summary>
public sealed class NodesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_start_together_on_an_empty_database_all_start()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "One program serves a SQLite folder.");
        await using var database = await TestDatabase.CreateAsync();
        var nodes = Enumerable.Range(0, 4).Select(_ => Server.Build(database.Place, "http://127.0.0.1:0", new TestClock())).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => Server.PrepareAsync(node, Token))));

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_node_starts_while_another_one_writes_and_disturbs_it_not()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "One program serves a SQLite folder.");
        await using var database = await TestDatabase.CreateAsync();
        await using var first = await PreparedAsync(database);
        await using var connection = new NpgsqlConnection(database.Place.Postgres);
        await connection.OpenAsync(Token);
        await using var writing = await connection.BeginTransactionAsync(Token);
        await using var command = new NpgsqlCommand("lock table evidence_events, ledger_entries, ledger_details, companies, files in row exclusive mode", connection, writing);
        await command.ExecuteNonQueryAsync(Token);

        await using var second = await PreparedAsync(database).WaitAsync(TimeSpan.FromSeconds(60), Token);

        await writing.CommitAsync(Token);
    }

    [Fact]
    public async Task A_missing_trigger_and_a_missing_policy_are_made_again_at_the_next_start()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "HistoryTests look at SQLite.");
        await using var database = await TestDatabase.CreateAsync();
        await using (await PreparedAsync(database))
        {
            await ExecuteAsync(database, "drop trigger ledger_entries_no_update on ledger_entries; drop policy of_company on files; alter table files no force row level security; alter table evidence_events disable trigger user");
        }

        await using var again = await PreparedAsync(database);

        (await CountAsync(database, "select count(*) from pg_trigger where tgname in ('ledger_entries_no_update', 'evidence_events_no_update') and tgenabled = 'O'")).ShouldBe(2);
        (await CountAsync(database, "select count(*) from pg_class c join pg_policy p on p.polrelid = c.oid where c.relname = 'files' and c.relforcerowsecurity")).ShouldBe(1);
    }

    [Fact]
    public async Task A_role_that_passes_row_level_security_is_refused()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has no roles.");
        await using var database = await TestDatabase.CreateAsync();
        var super = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("PUPITRE_TEST_POSTGRES")!) { Database = new NpgsqlConnectionStringBuilder(database.Place.Postgres!).Database };
        await using var server = Server.Build(database.Place with { Postgres = super.ConnectionString }, "http://127.0.0.1:0", new TestClock());

        (await Should.ThrowAsync<Refused>(() => Server.PrepareAsync(server, Token))).Message.ShouldContain("nosuperuser nobypassrls");
    }

    [Fact]
    public async Task Nodes_over_one_database_share_a_folder_and_programs_over_one_folder_do_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var first = DataFolderLock.Take(database.Place);

        if (TestDatabase.IsPostgres)
        {
            DataFolderLock.Take(database.Place).ShouldBeNull();
        }
        else
        {
            Should.Throw<Refused>(() => DataFolderLock.Take(database.Place));
        }
    }

    [Fact]
    public async Task Each_mail_leaves_once_though_two_nodes_look_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = await PreparedAsync(database);
        await using var second = TestDatabase.IsPostgres ? await PreparedAsync(database) : null;
        using var server = new MailSink();
        await using (var scope = first.Services.CreateAsyncScope())
        {
            var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
            for (var i = 0; i < 12; i++)
            {
                outbox.Send($"personne{i}@exemple.fr", "Rappel", "Bonjour");
            }

            await scope.ServiceProvider.GetRequiredService<Db>().SaveChangesAsync(Token);
        }

        await Task.WhenAll(DeliverAsync(first, server), DeliverAsync(second ?? first, server), DeliverAsync(first, server));

        server.To.Order().ShouldBe(Enumerable.Range(0, 12).Select(i => $"personne{i}@exemple.fr").Order());
        await using var look = first.Services.CreateAsyncScope();
        (await look.ServiceProvider.GetRequiredService<Db>().Set<OutgoingMail>().AllAsync(mail => mail.Attempts == 1 && mail.SentAt != null, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Work_of_a_node_that_died_is_found_and_that_of_a_living_one_is_left_alone()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "One program serves a SQLite folder.");
        await using var database = await TestDatabase.CreateAsync();
        await using var server = await PreparedAsync(database);
        var company = await CompanyAsync(server);
        var (living, dead, silent) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await ExecuteAsync(database, $"insert into nodes (id, seen_at) values ('{living}', now()), ('{silent}', now() - interval '41 seconds')");
        var runs = new Dictionary<string, Guid>();
        foreach (var (name, node) in new (string, Guid)[] { ("own", server.Services.GetRequiredService<ThisNode>().Id), ("living", living), ("dead", dead), ("silent", silent), ("held", silent) })
        {
            runs[name] = await RunOfAsync(server, company, node);
        }

        await using var holding = await AliveJob.BeginAsync(server.Services.GetRequiredService<IServiceScopeFactory>(), runs["held"], Token);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<InterruptedJobs>().MarkAsync(Token);
        }

        var states = new Dictionary<string, JobState>();
        await using var look = server.Services.CreateAsyncScope();
        look.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        foreach (var (name, id) in runs)
        {
            states[name] = await look.ServiceProvider.GetRequiredService<Db>().Set<JobRun>().Where(run => run.Id == id).Select(run => run.State).SingleAsync(Token);
        }

        states.Where(pair => pair.Value == JobState.Interrupted).Select(pair => pair.Key).Order().ShouldBe(["dead", "silent"]);
    }

    private static async Task<Guid> RunOfAsync(WebApplication server, Company company, Guid node)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var run = JobRun.Create("evidence.import", "{}", "", "fr-FR", null, TestClock.Start, node);
        db.Add(run);
        await db.SaveChangesAsync(Token);
        return run.Id;
    }

    private static async Task<Company> CompanyAsync(WebApplication server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var company = Company.Create("Atelier", "atelier", "metropole", "Europe/Paris", TestClock.Start, isSample: false);
        db.Companies.Add(company);
        await db.SaveChangesAsync(Token);
        return company;
    }

    private static async Task DeliverAsync(WebApplication node, MailSink server)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var settings = new MailSettings("127.0.0.1", server.Port, null, null, "pupitre@exemple.fr", null);
        var send = new SendMail(settings, scope.ServiceProvider.GetRequiredService<KeepSendingToken>());
        await new DeliverMails(scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<DataPlace>(), send, scope.ServiceProvider.GetRequiredService<IClock>(), NullLogger<DeliverMails>.Instance)
            .Execute(null!, Token);
    }

    private static async Task<WebApplication> PreparedAsync(TestDatabase database)
    {
        var server = Server.Build(database.Place, "http://127.0.0.1:0", new TestClock());
        await Server.PrepareAsync(server, Token);
        return server;
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Place.Postgres);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private static async Task<long> CountAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Place.Postgres);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>A mail server that takes everything and remembers for whom.</summary>
    private sealed class MailSink : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly ConcurrentBag<string> _to = [];

        public MailSink()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public IEnumerable<string> To => _to;

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    _ = TalkAsync(await _listener.AcceptTcpClientAsync());
                }
            }
            catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }

        private async Task TalkAsync(TcpClient client)
        {
            using var _ = client;
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 ici");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase))
                {
                    _to.Add(line["RCPT TO:<".Length..line.IndexOf('>', StringComparison.Ordinal)]);
                }

                if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 allez");
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                    {
                    }
                }

                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 adieu" : "250 bien");
            }
        }
    }
}
