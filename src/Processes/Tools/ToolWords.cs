using Pupitre.Platform.Words;

namespace Pupitre.Processes.Tools;

/// <summary>Kinds of tools in the reader's language.</summary>
internal static class ToolWords
{
    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ToolKind>().Select(kind => new Choice(kind.ToString(), Of(kind)))];

    public static string Of(ToolKind kind) => kind switch
    {
        ToolKind.Accounting => Texts.ToolKind_Accounting,
        ToolKind.Payroll => Texts.ToolKind_Payroll,
        ToolKind.Invoicing => Texts.ToolKind_Invoicing,
        ToolKind.Bank => Texts.ToolKind_Bank,
        ToolKind.Portal => Texts.ToolKind_Portal,
        ToolKind.Documents => Texts.ToolKind_Documents,
        ToolKind.Tasks => Texts.ToolKind_Tasks,
        ToolKind.Spreadsheet => Texts.ToolKind_Spreadsheet,
        ToolKind.Mail => Texts.ToolKind_Mail,
        ToolKind.Reporting => Texts.ToolKind_Reporting,
        ToolKind.Other => Texts.ToolKind_Other,
        _ => Texts.ToolKind_Unsaid,
    };
}
