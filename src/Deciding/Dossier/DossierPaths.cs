using System.Globalization;
using System.Text;
using Pupitre.Deciding.Decisions;
using Pupitre.Kernel;
using Pupitre.Processes.Targets;

namespace Pupitre.Deciding.Dossier;

/// <summary>Where files lie in the archive: names of letters, digits and dashes, which every computer takes, never those that came from
/// outside.</summary>
internal static class DossierPaths
{
    private const int MaxLength = 40;

    /// <summary>"003-notes-de-frais": by the place in the file, so that no two are alike.</summary>
    public static string Folder(DossierProcess process)
    {
        var name = new StringBuilder();
        foreach (var letter in process.Map.Name.Folded())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(letter);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }

            if (name.Length == MaxLength)
            {
                break;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{process.Number:000}-{name}").TrimEnd('-');
    }

    public static string Target(string folder, ProcessTarget version) =>
        Version(folder, version) + (version.Format == TargetFormat.Bpmn ? ".bpmn" : ".pnml");

    public static string Picture(string folder, ProcessTarget version, int at) =>
        Version(folder, version) + (at == 0 ? "" : "-" + (at + 1).ToString(CultureInfo.InvariantCulture)) + ".svg";

    public static string Decision(string folder, Decision decision) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/{Texts.Dossier_DecisionName}-{decision.Number}");

    private static string Version(string folder, ProcessTarget version) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/{Texts.Dossier_TargetName}-{version.Number}");
}
