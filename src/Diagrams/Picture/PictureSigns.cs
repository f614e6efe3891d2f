namespace Pupitre.Diagrams;

/// <summary>The signs of the standard, drawn around (0, 0).</summary>
internal static class PictureSigns
{
    public const string Closed = "M-6 -6H6V6H-6zM0 -4V4M-4 0H4";
    public const string AdHoc = "M-7 2C-5 -4 -2 -4 0 0C2 4 5 4 7 -2";
    public const string Back = "M0 -5L-7 0L0 5zM7 -5L0 0L7 5z";

    private const string Envelope = "M-8 -5.5H8V5.5H-8zM-8 -5.5L0 1L8 -5.5";

    public static string? OfTask(string type) => type switch
    {
        "userTask" => "M-3 -4a3 3 0 1 1 6 0a3 3 0 1 1 -6 0M-7 7c0 -5 3 -7 7 -7c4 0 7 2 7 7z",
        "manualTask" => "M-8 5V-2L-3 -6H1L-1 -3H8V-0.5H2M8 -0.5V2H2M7 2V4.5H2M6 4.5V6.5H-6L-8 5",
        "serviceTask" => "M-3 0a3 3 0 1 1 6 0a3 3 0 1 1 -6 0M0 -8V-5M0 5V8M-8 0H-5M5 0H8M-5.7 -5.7L-3.6 -3.6M3.6 3.6L5.7 5.7M-5.7 5.7L-3.6 3.6M3.6 -3.6L5.7 -5.7",
        "scriptTask" => "M-4 -7H7C3 -3 7 2 3 7H-8C-4 2 -8 -3 -4 -7zM-3 -4H3M-4 -1H3M-3 2H4M-5 5H2",
        "businessRuleTask" => "M-8 -6H8V6H-8zM-8 -2H8M-8 2H8M-3 -2V6",
        "sendTask" or "receiveTask" => Envelope,
        _ => null,
    };

    public static string OfRepetition(string repetition) => repetition switch
    {
        "parallel" => "M-4 -6V6M0 -6V6M4 -6V6",
        "sequential" => "M-6 -4H6M-6 0H6M-6 4H6",
        _ => "M2 5.5A5.5 5.5 0 1 0 -2 5.2M-2 5.2L-6 5.6M-2 5.2L-2.6 1.2",
    };

    public static string? OfTrigger(string trigger) => trigger switch
    {
        "message" => Envelope,
        "timer" => "M-9 0a9 9 0 1 1 18 0a9 9 0 1 1 -18 0M0 -6V0L4 3",
        "error" => "M-7 7L-3 -6L2 2L7 -7L3 6L-2 -2z",
        "signal" => "M0 -7L8 6H-8z",
        "escalation" => "M0 -8L6 7L0 1L-6 7z",
        "conditional" => "M-6 -8H6V8H-6zM-4 -5H4M-4 -1.5H4M-4 2H4M-4 5.5H4",
        "link" => "M-8 -3H1V-7L8 0L1 7V3H-8z",
        "compensate" => "M-1 -5L-8 0L-1 5zM7 -5L0 0L7 5z",
        "cancel" => "M-7 -5L-5 -7L0 -2L5 -7L7 -5L2 0L7 5L5 7L0 2L-5 7L-7 5L-2 0z",
        "terminate" => "M-9 0a9 9 0 1 1 18 0a9 9 0 1 1 -18 0",
        "multiple" => "M0 -8L8 -2L5 7H-5L-8 -2z",
        _ => null,
    };

    public static string? OfGateway(string type) => type switch
    {
        "exclusiveGateway" => "M-7 -7L7 7M7 -7L-7 7",
        "parallelGateway" => "M0 -10V10M-10 0H10",
        "inclusiveGateway" => "M-10 0a10 10 0 1 1 20 0a10 10 0 1 1 -20 0",
        "eventBasedGateway" => "M-12 0a12 12 0 1 1 24 0a12 12 0 1 1 -24 0M0 -7L7 -2L4 6H-4L-7 -2z",
        "complexGateway" => "M0 -10V10M-10 0H10M-7 -7L7 7M7 -7L-7 7",
        _ => null,
    };
}
