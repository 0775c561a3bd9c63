using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Analysis.Mapping;

/// <summary>Prints messages so that equal messages are equal text: the one printer behind records, reports and snapshots.</summary>
/// <remarks>
/// Field names as in the protos, sorted ordinally; enum words without the prefix of their type; every scalar printed even when zero,
/// but for those of a <c>oneof</c> or marked <c>optional</c>, which are printed when set; absent messages left out; empty list
/// <c>[]</c>; numbers plain, floating-point with at most three decimals; strings escaped only where JSON demands it; one line feed at
/// the end. Unlike protojson, 64-bit numbers are numbers and no message has a form of its own. Unknown fields are left out; an unknown
/// enum value is its number.
/// </remarks>
public static class CanonicalJson
{
    private const int IndentSize = 2;

    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor[]> FieldsInOrder = [];

    private static readonly ConcurrentDictionary<EnumDescriptor, Dictionary<int, string>> EnumWords = [];

    /// <summary>The message on one line, without white space between values.</summary>
    /// <exception cref="ArgumentException">A number is infinite or not a number, which JSON cannot say.</exception>
    public static string ToLine(IMessage message) => Print(message, indented: false);

    /// <summary>The message with one value a line, indented by two spaces.</summary>
    /// <exception cref="ArgumentException">A number is infinite or not a number, which JSON cannot say.</exception>
    public static string ToIndented(IMessage message) => Print(message, indented: true);

    /// <summary>Writes what <see cref="ToIndented"/> gives, a piece at a time: of a long article it is hundreds of megabytes.</summary>
    /// <exception cref="ArgumentException">A number is infinite or not a number, which JSON cannot say.</exception>
    public static void WriteIndented(IMessage message, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        var printer = new Printer(indented: true, output);
        printer.Message(message);
        output.Write(printer.Complete());
    }

    private static string Print(IMessage message, bool indented)
    {
        ArgumentNullException.ThrowIfNull(message);
        var printer = new Printer(indented, null);
        printer.Message(message);
        return printer.Complete();
    }

    private static FieldDescriptor[] OrderFields(MessageDescriptor type) =>
        [.. type.Fields.InDeclarationOrder().OrderBy(field => field.Name, StringComparer.Ordinal)];

    /// <summary>The words of an enum by number; of two names for a number the first.</summary>
    private static Dictionary<int, string> ReadWords(EnumDescriptor type)
    {
        string prefix = ScreamingSnake(type.Name) + "_";
        var words = new Dictionary<int, string>();
        foreach (var value in type.Values)
            words.TryAdd(value.Number, value.Name.StartsWith(prefix, StringComparison.Ordinal) ? value.Name[prefix.Length..] : value.Name);
        return words;
    }

    private static string ScreamingSnake(string pascal)
    {
        var name = new StringBuilder(pascal.Length + 4);
        foreach (char c in pascal)
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0) name.Append('_');
            name.Append(char.ToUpperInvariant(c));
        }
        return name.ToString();
    }

    /// <param name="indented">Whether every value has a line.</param>
    /// <param name="output">Where to write what is printed; null to keep it all.</param>
    private sealed class Printer(bool indented, TextWriter? output)
    {
        private const int PieceSize = 1 << 15;

        private readonly StringBuilder _json = new();
        private int _depth;

        /// <summary>What is not written yet.</summary>
        public string Complete() => _json.Append('\n').ToString();

        public void Message(IMessage message)
        {
            bool first = Open('{');
            foreach (var field in FieldsInOrder.GetOrAdd(message.Descriptor, OrderFields))
            {
                if (field.HasPresence && !field.Accessor.HasValue(message)) continue;
                Key(field.Name, ref first);
                Field(field, field.Accessor.GetValue(message));
            }
            Close('}', first);
            if (output is null || _json.Length < PieceSize) return;
            output.Write(_json);
            _json.Clear();
        }

        private void Field(FieldDescriptor field, object value)
        {
            if (field.IsMap) Map(field, (IDictionary)value);
            else if (field.IsRepeated) List(field, (IList)value);
            else Value(field, value);
        }

        private void List(FieldDescriptor field, IList values)
        {
            bool first = Open('[');
            foreach (object value in values)
            {
                Separate(ref first);
                Value(field, value);
            }
            Close(']', first);
        }

        private void Map(FieldDescriptor field, IDictionary map)
        {
            var valueField = field.MessageType.FindFieldByNumber(2);
            var entries = new List<(string Key, object Value)>();
            foreach (DictionaryEntry entry in map) entries.Add((MapKey(entry.Key), entry.Value!));
            bool first = Open('{');
            foreach (var (key, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                Key(key, ref first);
                Value(valueField, value);
            }
            Close('}', first);
        }

        private static string MapKey(object key) =>
            key is bool flag ? (flag ? "true" : "false") : Convert.ToString(key, CultureInfo.InvariantCulture)!;

        private void Value(FieldDescriptor field, object value)
        {
            switch (value)
            {
                case string text: String(text); break;
                case bool flag: _json.Append(flag ? "true" : "false"); break;
                case double or float: Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), field); break;
                case ByteString bytes: String(bytes.ToBase64()); break;
                case IMessage message: Message(message); break;
                case int or uint or long or ulong: _json.Append(CultureInfo.InvariantCulture, $"{value}"); break;
                case Enum: EnumWord(field.EnumType, Convert.ToInt32(value, CultureInfo.InvariantCulture)); break;
                default: throw new UnreachableException($"A field cannot hold {value.GetType()}.");
            }
        }

        private void EnumWord(EnumDescriptor type, int number)
        {
            if (EnumWords.GetOrAdd(type, ReadWords).TryGetValue(number, out string? word)) String(word);
            else _json.Append(CultureInfo.InvariantCulture, $"{number}");
        }

        private void Number(double value, FieldDescriptor field)
        {
            if (!double.IsFinite(value)) throw new ArgumentException($"{field.FullName} is {value}, which JSON cannot say.");
            string text = value.ToString("0.###", CultureInfo.InvariantCulture);
            _json.Append(text is "-0" ? "0" : text);
        }

        private void String(string text)
        {
            _json.Append('"');
            foreach (char c in text)
            {
                switch (c)
                {
                    case '"': _json.Append("\\\""); break;
                    case '\\': _json.Append("\\\\"); break;
                    case '\n': _json.Append("\\n"); break;
                    case '\r': _json.Append("\\r"); break;
                    case '\t': _json.Append("\\t"); break;
                    case '\b': _json.Append("\\b"); break;
                    case '\f': _json.Append("\\f"); break;
                    case < ' ': _json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                    default: _json.Append(c); break;
                }
            }
            _json.Append('"');
        }

        private bool Open(char bracket)
        {
            _json.Append(bracket);
            _depth++;
            return true;
        }

        private void Close(char bracket, bool empty)
        {
            _depth--;
            if (!empty) NewLine();
            _json.Append(bracket);
        }

        private void Key(string name, ref bool first)
        {
            Separate(ref first);
            String(name);
            _json.Append(indented ? ": " : ":");
        }

        private void Separate(ref bool first)
        {
            if (!first) _json.Append(',');
            first = false;
            NewLine();
        }

        private void NewLine()
        {
            if (indented) _json.Append('\n').Append(' ', IndentSize * _depth);
        }
    }
}
