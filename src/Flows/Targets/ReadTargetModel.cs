using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform.Files;
using Pupitre.Processes.Targets;

namespace Pupitre.Flows.Targets;

/// <summary>Reads the model in a target's file.</summary>
public sealed class ReadTargetModel(FileStore files)
{
    /// <summary>Reads a model that somebody attaches; says what is wrong with it when it cannot be used.</summary>
    /// <exception cref="Refused">It is no model that can be read, or means something that is not supported.</exception>
    public static (ProcessModel Model, TargetFormat Format) Check(byte[] content, string name, CancellationToken token)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            var model = ModelFile.Read(stream, token: token);
            return (model, model.Elements.IsEmpty ? TargetFormat.Pnml : TargetFormat.Bpmn);
        }
        catch (UnreadableModel problem)
        {
            throw new Refused(Texts.Target_Unreadable.With(name, problem.Message));
        }
    }

    /// <summary>Reads the model of a version, with the steps that the log speaks of.</summary>
    public async Task<ProcessModel> RunAsync(ProcessTarget target, NameTable activities, CancellationToken token)
    {
        await using var content = await files.OpenAsync(target.Hash, token);
        return ModelFile.Read(content, activities, token);
    }
}
