using Microsoft.Extensions.DependencyInjection;
using MimeKit.Cryptography;
using Pupitre.Gathering.Exports;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Replies;

namespace Pupitre.Collecting.Mailboxes;

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
