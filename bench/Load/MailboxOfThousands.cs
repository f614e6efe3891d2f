using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Mailboxes;
using Pupitre.Product.Tests.Service;
using Pupitre.Start.FirstRun;

namespace Pupitre.Load;

/// <summary>5,000 mails of 100 kB, each with a file of its own, taken from a mail server on this machine (Debian's dovecot).</summary>
internal static class MailboxOfThousands
{
    private const int Mails = 5_000;
    private const int FileBytes = 72_000;
    private const double MinPerSecond = 200;
    private const string User = "charge";
    private const string Sender = "contact@cabinet-martin.fr";

    public static async Task MeasureAsync(Figures figures)
    {
        if (!Dovecot.IsThere)
        {
            Console.WriteLine("dovecot-imapd is not on this machine: no mailbox is measured");
            return;
        }

        await using var server = new Dovecot();
        await server.PrepareAsync();
        await using var pupitre = await LoadedPupitre.StartAsync();
        var id = await pupitre.InsideAsync(services => EnterAsync(services, server));
        await server.DeliverAsync(User, [new MimeKit.MimeMessage()]);
        for (var number = 0; number < Mails; number++)
        {
            server.Plant(User, Mail(number), sizeBytes: null);
        }

        var company = await pupitre.InsideAsync(services => services.GetRequiredService<Db>().Companies.AsNoTracking().SingleAsync());
        var taken = 0;
        var ms = await Figures.TimeAsync(async () => taken = await pupitre.InsideAsync(services =>
            services.GetRequiredService<WatchMailbox>().RunAsync(company, id, stays: false, CancellationToken.None)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{taken} of {Mails} mails in {ms / 1000:0.0} s"));
        figures.AtLeast($"{Mails:#,0} mails of 100 kB from a local mail server, a second", taken / (ms / 1000), MinPerSecond, "mails");
    }

    private static async Task<Guid> EnterAsync(IServiceProvider services, Dovecot server)
    {
        await new ServiceBuilder(services).HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.PayslipsTemplate);
        return await services.GetRequiredService<SaveMailbox>().RunAsync(
            null,
            new MailboxInput
            {
                Address = "preuves@exemple.fr",
                Host = "127.0.0.1",
                Port = server.Port,
                Tls = MailboxTls.None,
                User = User,
                Password = Dovecot.Password,
                Since = new DateOnly(2020, 1, 1),
                Reason = "Mesure",
                IsDeclared = true,
            },
            CancellationToken.None);
    }

    private static byte[] Mail(int number)
    {
        var content = new byte[FileBytes];
        new Random(number).NextBytes(content);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            Received: from a by mx.exemple.fr; Tue, 12 May 2026 10:00:00 +0200
            From: {Sender}
            To: preuves@exemple.fr
            Subject: Envoi {number}
            Message-ID: <{number}@cabinet-martin.fr>
            Date: Tue, 12 May 2026 09:59:00 +0200
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=limite

            --limite
            Content-Type: text/plain; charset=utf-8

            Bonjour, ci-joint l'envoi {number}.
            --limite
            Content-Type: application/octet-stream
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=envoi-{number}.bin


            """).Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append("\n--limite--\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
