import type { storage as english } from '../en/storage.ts'
import type { Shape } from '../shape.ts'

export const storage = {
  textContents: {
    unread:
      'Dieser Text konnte nicht vom Datenträger gelesen werden; was zu sehen ist, ist nicht alles. Jetzt Getipptes bleibt im Speicher und wird später damit zusammengeführt. Der Versuch wiederholt sich von selbst; bleibt es dabei: eine Kopie speichern und neu starten.',
    damaged:
      'Ein Teil dieses Textes war nicht lesbar und wurde unverändert beiseitegelegt. Eine Kopie der Prüfung speichern und für eine Reparatur aufbewahren.',
    newer:
      'Dieser Text wurde mit einer neueren Version von Countersign geschrieben. Er ist hier lesbar; zum Bearbeiten Countersign aktualisieren.',
  },
} satisfies Shape<typeof english>
