namespace Pupitre.Sample.Files;

/// <summary>
/// How the sample company's dunning is meant to run, as the accounting firm drew it: reminders only for what stays unpaid. A dispute
/// stands nowhere in it: it is for people to settle.
/// </summary>
public static class DunningTarget
{
    public const string FileName = "relances-clients-cible.bpmn";

    public static Stream Open() => typeof(DunningTarget).Assembly.GetManifestResourceStream(FileName)!;
}
