using System.Text;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Exchange;
using static LiveBoard.Core.Tests.Exchange.TrelloText;

namespace LiveBoard.Core.Tests.Exchange;

/// <summary>Files that must be refused: name, content, what is wrong and where.</summary>
internal static class BadTrelloFiles
{
    public static TheoryData<string, byte[], ImportProblemCode, string?> All =>
        new()
        {
            { "empty", [], ImportProblemCode.FileEmpty, null },
            { "only spaces", Text(" \n\t "), ImportProblemCode.FileEmpty, null },
            { "empty object", Text("{}"), ImportProblemCode.NotTrello, "$" },
            { "empty array", Text("[]"), ImportProblemCode.NotTrello, "$" },
            { "null", Text("null"), ImportProblemCode.NotTrello, "$" },
            { "sign-in page", Text("<!DOCTYPE html><title>Log in</title>"), ImportProblemCode.NotJson, "$" },
            { "another product", Text("""{"format":"x","boards":[{"tasks":[]}]}"""), ImportProblemCode.NotTrello, "$" },
            { "invalid UTF-8", [.. Text("{\"name\":\""), 0xC3, 0x28, 0x22, 0x7D], ImportProblemCode.NotUtf8, null },
            { "overlong UTF-8", [.. Text("\""), 0xC0, 0xAF, 0x22], ImportProblemCode.NotUtf8, null },
            { "UTF-16", Encoding.Unicode.GetPreamble(), ImportProblemCode.NotUtf8, null },
            { "binary", [0x50, 0x4B, 0x03, 0x04, 0x00, 0xFF], ImportProblemCode.NotUtf8, null },
            { "nested deeply", Text(new string('[', 100_000)), ImportProblemCode.TooDeep, null },
            {
                "duplicate key",
                Text("""{"lists":[],"cards":[{"id":"1","id":"2"}]}"""),
                ImportProblemCode.DuplicateName,
                "$.cards[0].id"
            },
            {
                "half a surrogate in a key",
                Text("""{"lists":[],"cards":[{"\ud800":1}]}"""),
                ImportProblemCode.TextInvalid,
                "$.cards[0]"
            },
            { "trailing data", Text(Board(List("a"), "") + "{}"), ImportProblemCode.NotJson, null },
            { "comment", Text("""{"lists":[]/*x*/,"cards":[]}"""), ImportProblemCode.NotJson, null },
            { "NaN", Text("""{"lists":[],"cards":[{"pos":NaN}]}"""), ImportProblemCode.NotJson, null },
            { "single quotes", Text("{'lists':[],'cards':[]}"), ImportProblemCode.NotJson, null },
            {
                "lists an object",
                Text("""{"name":"B","lists":{},"cards":[]}"""),
                ImportProblemCode.WrongType,
                "$.lists"
            },
            { "cards of numbers", Text(Board(List("a"), "1")), ImportProblemCode.WrongType, "$.cards[0]" },
            {
                "name an array",
                OneCard("""{"id":"1","idList":"a","name":[]}"""),
                ImportProblemCode.WrongType,
                "$.cards[0].name"
            },
            {
                "id an object",
                OneCard("""{"id":{},"idList":"a","name":"N"}"""),
                ImportProblemCode.WrongType,
                "$.cards[0].id"
            },
            {
                "id null",
                OneCard("""{"id":null,"idList":"a","name":"N"}"""),
                ImportProblemCode.Missing,
                "$.cards[0].id"
            },
            { "no list", OneCard("""{"id":"1","name":"N"}"""), ImportProblemCode.Missing, "$.cards[0].idList" },
            { "no name", OneCard("""{"id":"1","idList":"a"}"""), ImportProblemCode.Missing, "$.cards[0].name" },
            { "closed as text", With("\"closed\":\"true\""), ImportProblemCode.WrongType, "$.cards[0].closed" },
            { "number as text", With("\"idShort\":\"5\""), ImportProblemCode.WrongType, "$.cards[0].idShort" },
            { "number with fraction", With("\"idShort\":1.5"), ImportProblemCode.NumberInvalid, "$.cards[0].idShort" },
            {
                "number too large",
                With("\"idShort\":9223372036854775808"),
                ImportProblemCode.NumberInvalid,
                "$.cards[0].idShort"
            },
            { "pos beyond all", With("\"pos\":1e400"), ImportProblemCode.NumberInvalid, "$.cards[0].pos" },
            { "pos as word", With("\"pos\":\"top\""), ImportProblemCode.WrongType, "$.cards[0].pos" },
            { "empty title", Title(""), ImportProblemCode.TextEmpty, "$.cards[0].name" },
            { "invisible title", Title("\u200B\u3164"), ImportProblemCode.TextEmpty, "$.cards[0].name" },
            { "title with NUL", Title("a\\u0000b"), ImportProblemCode.TextInvalid, "$.cards[0].name" },
            { "half a surrogate", Title("\\ud800"), ImportProblemCode.TextInvalid, "$.cards[0].name" },
            { "noncharacter", Title("\\ufffe"), ImportProblemCode.TextInvalid, "$.cards[0].name" },
            {
                "title one too long",
                Title(new string('x', Core.Boards.Card.MaxTitleLength + 1)),
                ImportProblemCode.TextTooLong,
                "$.cards[0].name"
            },
            {
                "30 February",
                With("\"due\":\"2024-02-30T00:00:00Z\""),
                ImportProblemCode.DateInvalid,
                "$.cards[0].due"
            },
            { "24 o'clock", With("\"due\":\"2024-02-03T24:00:00Z\""), ImportProblemCode.DateInvalid, "$.cards[0].due" },
            {
                "leap second",
                With("\"due\":\"2024-02-03T23:59:60Z\""),
                ImportProblemCode.DateInvalid,
                "$.cards[0].due"
            },
            { "no offset", With("\"due\":\"2024-02-03T10:00:00\""), ImportProblemCode.DateInvalid, "$.cards[0].due" },
            {
                "year 10000",
                With("\"due\":\"10000-01-01T00:00:00Z\""),
                ImportProblemCode.DateInvalid,
                "$.cards[0].due"
            },
            { "epoch as text", With("\"due\":\"1700000000000\""), ImportProblemCode.DateInvalid, "$.cards[0].due" },
            { "epoch", With("\"due\":1700000000000"), ImportProblemCode.WrongType, "$.cards[0].due" },
            {
                "action without date",
                Actions("""{"id":"x","type":"createCard","data":{}}"""),
                ImportProblemCode.Missing,
                "$.actions[0].date"
            },
            {
                "comment too long",
                Actions(
                    $$$"""{"id":"x","type":"commentCard","date":"2024-01-01T00:00:00Z","data":{"card":{"id":"1"},"text":"{{{new string('x', Comment.MaxLength + 1)}}}"}}"""
                ),
                ImportProblemCode.TextTooLong,
                "$.actions[0].data.text"
            },
            {
                "card id twice, with history",
                Text(
                    Board(
                        List("a"),
                        $"{Card("1", "a")},{Card("1", "a")}",
                        "\"actions\":"
                            + """[{"id":"x","type":"createCard","date":"2024-01-01T00:00:00Z","data":{"card":{"id":"1"}}}]"""
                    )
                ),
                ImportProblemCode.DuplicateId,
                "$.cards[1].id"
            },
            {
                "list id twice, with a card",
                Text(Board($"{List("a")},{List("a")}", Card("1", "a"))),
                ImportProblemCode.DuplicateId,
                "$.lists[1].id"
            },
            {
                "too many lists",
                Text(
                    Board(string.Join(',', Enumerable.Range(0, Column.MaxPerBoard + 1).Select(i => List($"{i}"))), "")
                ),
                ImportProblemCode.TooMany,
                "$.lists"
            },
            {
                "too many labels",
                Text(
                    Board(
                        List("a"),
                        "",
                        $"\"labels\":[{string.Join(',', Enumerable.Repeat("{\"id\":\"x\"}", Label.MaxPerBoard + 1))}]"
                    )
                ),
                ImportProblemCode.TooMany,
                "$.labels"
            },
            {
                "too many cards",
                Text(Board(List("a"), string.Join(',', Enumerable.Repeat("{}", Core.Boards.Card.MaxPerBoard + 1)))),
                ImportProblemCode.TooMany,
                "$.cards"
            },
        };

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] OneCard(string card) => Text(Board(List("a"), card));

    private static byte[] With(string property) => OneCard(Card("1", "a", "," + property));

    private static byte[] Title(string title) => OneCard($$"""{"id":"1","idList":"a","name":"{{title}}"}""");

    private static byte[] Actions(string actions) => Text(Board(List("a"), Card("1", "a"), $"\"actions\":[{actions}]"));
}
