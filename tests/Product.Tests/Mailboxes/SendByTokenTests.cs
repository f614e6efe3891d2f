using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>The program signs in to a mail server that takes no password: by a code once, and by tokens that renew themselves.</summary>
public sealed class SendByTokenTests(RunningPupitre pupitre, TokenServer tokens) : IClassFixture<RunningPupitre>, IClassFixture<TokenServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_leaves_with_a_token_that_is_renewed_before_it_ceases_to_work()
    {
        using var server = new TokenSink();
        var company = await pupitre.HaveCompanyAsync();
        var settings = new MailSettings("127.0.0.1", server.Port, "pupitre@exemple.fr", null, "pupitre@exemple.fr",
            "https://pupitre.example")
        {
            OAuth = new OAuthPlace(TokenServer.ClientId, tokens.At("/device"), tokens.At("/token"), "envoyer"),
        };
        await SendAsync(company, settings);
        server.Signed.ShouldBeEmpty("Nobody has signed in yet.");

        await pupitre.InsideAsync(company, async services =>
        {
            var keep = ActivatorUtilities.CreateInstance<KeepSendingToken>(services, settings);
            var code = await keep.BeginAsync(Token);
            code["user_code"].ShouldBe("ABCD-EFGH");
            (await keep.FinishAsync(code, Token)).ShouldBeFalse();
            (tokens.IsEntered, tokens.Seconds) = (true, 60);
            return await keep.FinishAsync(code, Token);
        });
        await SendAsync(company, settings);

        server.Signed.ShouldHaveSingleItem().ShouldBe("user=pupitre@exemple.fr\u0001auth=Bearer jeton2\u0001\u0001");
        var kept = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<SendingToken>().AsNoTracking()
            .SingleAsync(Token));
        kept.Secret.ShouldNotContain("jeton");
    }

    private Task<bool> SendAsync(TestCompany company, MailSettings settings) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        db.Add(OutgoingMail.Create(company.Id, "x@exemple.fr", null, "Objet", "Texte", pupitre.Clock.Now));
        await db.SaveChangesAsync(Token);
        var send = ActivatorUtilities.CreateInstance<SendMail>(services, settings,
            ActivatorUtilities.CreateInstance<KeepSendingToken>(services, settings));
        await new DeliverMails(db, services.GetRequiredService<DataPlace>(), send, pupitre.Clock, NullLogger<DeliverMails>.Instance)
            .Execute(null!, Token);
        return true;
    });

    /// <summary>A mail server that lets in by token alone, and remembers with which.</summary>
    private sealed class TokenSink : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<string> _signed = [];

        public TokenSink()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public IReadOnlyList<string> Signed => _signed;

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync(CancellationToken.None);
                    await TalkAsync(client.GetStream());
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }

        private async Task TalkAsync(NetworkStream stream)
        {
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 essai");
            var isText = false;
            while (await reader.ReadLineAsync() is { } line)
            {
                if (isText && line != ".")
                {
                    continue;
                }

                isText = line == "DATA";
                if (line.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal))
                {
                    _signed.Add(Encoding.ASCII.GetString(Convert.FromBase64String(line[13..])));
                }

                await writer.WriteLineAsync(line.Split(' ')[0] switch
                {
                    "EHLO" => "250-essai\r\n250 AUTH XOAUTH2",
                    "AUTH" => "235 bienvenue",
                    "DATA" => "354 le texte",
                    "QUIT" => "221 au revoir",
                    _ => "250 bien",
                });
            }
        }
    }
}
