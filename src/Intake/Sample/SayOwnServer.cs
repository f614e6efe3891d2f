using Pupitre.Intake.Settings;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Intake.Sample;

/// <summary>Says first which mail server is the sample's own: its mails arrived there, whatever the address of whoever opens it.</summary>
internal sealed class SayOwnServer(DescribeMail mail) : ISampleChapter
{
    public int Order => 10;

    public Task TellAsync(SampleWorld world, CancellationToken token) =>
        mail.RunAsync(new MailInput { MailServers = Cast.MailServer, OwnDomains = Cast.Domain }, token);
}
