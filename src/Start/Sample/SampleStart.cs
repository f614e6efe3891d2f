using Pupitre.Intake.Settings;
using Pupitre.Start.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>What the sample's people say first: their own mail server, and what they have handed over to whom.</summary>
internal sealed class SampleStart(DescribeMail mail, SampleSourcing sourcing, SamplePeople people)
{
    public async Task RunAsync(DateOnly today, CancellationToken token)
    {
        // Its mails arrived at its own server, whatever the address of whoever opens it.
        await mail.RunAsync(new MailInput { MailServers = Cast.MailServer, OwnDomains = Cast.Domain }, token);
        await people.RunAsync(today, token);
        await sourcing.RunAsync(today, token);
    }
}
