using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.Files;
using Pupitre.Sample.World;

namespace Pupitre.Intake.Sample;

/// <summary>
/// Drops one of the sample's files as a person would, and accepts what the program proposes. A chapter for each file: whoever waits sees
/// them pass.
/// </summary>
internal sealed class DropFile(Db db, ReceiveFile receive, AnswerProposals answer, SampleFileKind kind) : ISampleChapter
{
    private const int First = 100;

    public int Order => First + (int)kind;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var file = SampleFiles.Of(world).Single(file => file.Kind == kind);
        using var content = new MemoryStream(file.Content);
        await receive.RunAsync(content, file.Name, null, keepContent: true, place: null, token);
        await answer.AcceptAllAsync(token);
        db.ChangeTracker.Clear();
    }
}
