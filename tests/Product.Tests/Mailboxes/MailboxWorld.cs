using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MimeKit.Utils;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>A company with a mailbox on a real server, and what is done with it.</summary>
internal sealed class MailboxWorld(RunningPupitre pupitre, DovecotServer server, TestCompany company)
{
    public const string Provider = "contact@cabinet-martin.fr";

    public TestCompany Company => company;

    public string User { get; } = "u" + Guid.CreateVersion7().ToString("N");

    public string Address => User + "@exemple.fr";

    public Guid Id { get; private set; }

    public static MimeMessage Message(string from, string subject, string text = "Bonjour", params string[] to)
    {
        var message = new MimeMessage
        {
            Subject = subject,
            MessageId = MimeUtils.GenerateMessageId("cabinet.example"),
            Body = new TextPart("plain") { Text = text }
        };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.AddRange(to.Select(address => MailboxAddress.Parse(address)));
        return message;
    }

    public async Task<MailboxWorld> EnterAsync(string folder = "INBOX")
    {
        Id = await InsideAsync(services => services.GetRequiredService<SaveMailbox>()
            .RunAsync(null, Input(folder), CancellationToken.None));
        return this;
    }

    public async Task EnterByTokensAsync(TokenServer tokens)
    {
        var input = Input("INBOX");
        (input.SignIn, input.Password, input.ClientId) = (MailboxSignIn.OAuth, null, TokenServer.ClientId);
        (input.DeviceEndpoint, input.TokenEndpoint) = (tokens.At("/device"), tokens.At("/token"));
        Id = await InsideAsync(services => services.GetRequiredService<SaveMailbox>().RunAsync(null, input, CancellationToken.None));
    }

    public MailboxInput Input(string folder) => new()
    {
        Address = Address,
        Host = "127.0.0.1",
        Port = server.Port,
        Tls = MailboxTls.None,
        User = User,
        Password = DovecotServer.Password,
        Folder = folder,
        TakesTokens = true,
        Since = new DateOnly(2020, 1, 1),
        Reason = "Ouverte pour les preuves",
        IsDeclared = true,
    };

    /// <summary>Looks once.</summary>
    public Task<int> LookAsync(CancellationToken token = default) => RunAsync(stays: false, token);

    public async Task<int> RunAsync(bool stays, CancellationToken token)
    {
        var row = await InsideAsync(services => services.GetRequiredService<Db>().Companies.AsNoTracking()
            .SingleAsync(one => one.Id == company.Id));
        return await pupitre.Services.GetRequiredService<WatchMailbox>().RunAsync(row, Id, stays, token);
    }

    public Task<List<MailboxMessage>> MessagesAsync() => InsideAsync(services => services.GetRequiredService<Db>().Set<MailboxMessage>()
        .AsNoTracking().Where(row => row.MailboxId == Id).OrderBy(row => row.Id).ToListAsync());

    public Task<List<EvidenceFile>> FilesAsync() => InsideAsync(services => services.GetRequiredService<Db>().Set<EvidenceFile>()
        .AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    public Task<MailboxReading> ReadingAsync() => InsideAsync(services => services.GetRequiredService<Db>().Set<MailboxReading>()
        .AsNoTracking().SingleAsync(row => row.MailboxId == Id));

    public Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> act) => pupitre.InsideAsync(company, act);
}
