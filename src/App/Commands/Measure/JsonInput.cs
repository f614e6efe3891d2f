using System.Text.Json;
using Pupitre.Kernel;

namespace Pupitre.App.Commands.Measure;

/// <summary>Reads a JSON file named on the command line, with refusals that name it.</summary>
internal static class JsonInput
{
    public static JsonDocument Load(string path, int largest)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new Refused(Texts.Cli_NoSuchFile.With(path));
        }

        if (file.Length > largest)
        {
            throw new Refused(Texts.Cli_FileTooLarge.With(path, largest));
        }

        try
        {
            return JsonDocument.Parse(File.ReadAllText(path));
        }
        catch (JsonException error)
        {
            throw new Refused(Texts.Cli_NotJson.With(path, (error.LineNumber ?? 0) + 1));
        }
    }
}
