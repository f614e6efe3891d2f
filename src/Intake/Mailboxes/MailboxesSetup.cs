using Microsoft.Extensions.DependencyInjection;
using MimeKit.Cryptography;
using Pupitre.Platform.Exports;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Privacy;
using Pupitre.Platform.Replies;
using Pupitre.Platform.Today;

namespace Pupitre.Intake.Mailboxes;

/// <summary>Registers the mailboxes that are read.</summary>
internal static class MailboxesSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<IDkimPublicKeyLocator, DnsKeys>().AddSingleton<VerifyDkim>().AddScoped<MailboxSecret>();
        services.AddScoped<FreshToken>().AddScoped<OpenMailbox>().AddScoped<HoldMailbox>().AddScoped<OpenWeighing>();
        services.AddScoped<TakeAnswer>().AddScoped<ReadReceived>().AddScoped<TakeMessage>().AddScoped<LookIntoMailbox>();
        services.AddSingleton<WatchMailbox>().AddHostedService<WatchMailboxes>();
        services.AddScoped<SaveMailbox>().AddScoped<PauseMailbox>().AddScoped<RemoveMailbox>().AddScoped<TryMailbox>();
        services.AddScoped<SignInMailbox>().AddScoped<SaveMailRule>().AddScoped<RemoveMailRule>().AddScoped<ReadMailboxes>();
        services.AddScoped<IReceiveAnswers, ReadBoxOfAnswers>().AddScoped<IToday, MailboxesToday>();
        services.AddScoped<IPersonalData, PersonalMailboxes>().AddScoped<ExportSection, MailboxesSection>();
    }
}
